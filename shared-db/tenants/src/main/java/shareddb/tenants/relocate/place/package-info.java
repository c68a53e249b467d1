/** The places of a tenant's rows: a project in a shared schema, a schema, or a database. */
@NullMarked
package shareddb.tenants.relocate.place;

import org.jspecify.annotations.NullMarked;
