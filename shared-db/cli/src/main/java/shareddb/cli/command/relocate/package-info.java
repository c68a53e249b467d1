/** move. */
@NullMarked
package shareddb.cli.command.relocate;

import org.jspecify.annotations.NullMarked;
