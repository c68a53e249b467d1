/**
 * What is really in a schema, read from Postgres's own catalogs in a form that can be compared.
 *
 * <p>Imports {@code names}.
 */
@NullMarked
package shareddb.catalog;

import org.jspecify.annotations.NullMarked;
