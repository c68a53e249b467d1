/** The only reader of SQL text: finds the end and the kind of each statement. */
@NullMarked
package shareddb.base.sql;

import org.jspecify.annotations.NullMarked;
