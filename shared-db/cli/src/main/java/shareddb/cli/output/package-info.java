/** The terminal, and the formats of text, tables, times and JSON. */
@NullMarked
package shareddb.cli.output;

import org.jspecify.annotations.NullMarked;
