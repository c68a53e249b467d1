/**
 * How text reaches a terminal: in the tool's own styles, and without a character that would steer
 * the terminal.
 *
 * <p>Imports {@code names}.
 */
@NullMarked
package shareddb.cli.output;

import org.jspecify.annotations.NullMarked;
