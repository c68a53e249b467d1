/**
 * Small helpers over JDBC: a statement with its values, and the rows that it returns.
 *
 * <p>Imports nothing of this project.
 */
@NullMarked
package shareddb.jdbc;

import org.jspecify.annotations.NullMarked;
