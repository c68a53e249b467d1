/**
 * The tool {@code db}: a command a file, which parses its arguments, calls the library, and prints
 * what came out.
 *
 * <p>Nothing imports it. Imports every package of the library.
 */
@NullMarked
package shareddb.cli;

import org.jspecify.annotations.NullMarked;
