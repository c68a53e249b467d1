/** Reads the objects of a schema from Postgres's catalog, and computes a fingerprint of them. */
@NullMarked
package shareddb.schema.catalog;

import org.jspecify.annotations.NullMarked;
