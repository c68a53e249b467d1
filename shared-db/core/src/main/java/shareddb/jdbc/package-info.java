/**
 * Small helpers over JDBC: a statement with its values and the rows that it returns, the statements
 * of a text one after the other, a commit whose answer may be lost, and what an error's code means.
 *
 * <p>Imports only {@code sql}.
 */
@NullMarked
package shareddb.jdbc;

import org.jspecify.annotations.NullMarked;
