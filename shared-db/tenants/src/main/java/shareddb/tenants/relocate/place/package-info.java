/** Where a tenant's rows lie: a project in a shared schema, a schema, or a database. */
@NullMarked
package shareddb.tenants.relocate.place;

import org.jspecify.annotations.NullMarked;
