/** Finds and writes the statements that turn one schema into another. */
@NullMarked
package shareddb.schema.autogenerate.diff;

import org.jspecify.annotations.NullMarked;
