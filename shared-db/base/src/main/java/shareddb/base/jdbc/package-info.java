/**
 * Small helpers over JDBC: a query, a COMMIT whose answer may be lost, the connections of this
 * process.
 */
@NullMarked
package shareddb.base.jdbc;

import org.jspecify.annotations.NullMarked;
