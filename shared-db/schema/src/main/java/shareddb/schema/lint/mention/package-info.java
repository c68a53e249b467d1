/** Finds the names of schemas, tables and functions in SQL statements. */
@NullMarked
package shareddb.schema.lint.mention;

import org.jspecify.annotations.NullMarked;
