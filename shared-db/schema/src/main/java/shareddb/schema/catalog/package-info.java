/** What Postgres says is in a schema, object by object, and a fingerprint of it. */
@NullMarked
package shareddb.schema.catalog;

import org.jspecify.annotations.NullMarked;
