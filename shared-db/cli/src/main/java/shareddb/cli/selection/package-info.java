/** From what was typed to the targets that a command works on. */
@NullMarked
package shareddb.cli.selection;

import org.jspecify.annotations.NullMarked;
