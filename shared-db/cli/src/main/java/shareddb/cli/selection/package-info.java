/** Finds the targets that a command works on from its arguments. */
@NullMarked
package shareddb.cli.selection;

import org.jspecify.annotations.NullMarked;
