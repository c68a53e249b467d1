/**
 * Small helpers over JDBC: a statement with its values, and the rows that it returns.
 *
 * <p>Imports {@code sql}.
 */
@NullMarked
package shareddb.jdbc;

import org.jspecify.annotations.NullMarked;
