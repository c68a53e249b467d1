/** The only reader of SQL text: where a statement ends, and of what kind it is. */
@NullMarked
package shareddb.base.sql;

import org.jspecify.annotations.NullMarked;
