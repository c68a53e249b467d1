/** The terminal, and how text, tables, times and JSON are written to it. */
@NullMarked
package shareddb.cli.output;

import org.jspecify.annotations.NullMarked;
