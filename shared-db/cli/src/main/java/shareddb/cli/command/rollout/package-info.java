/** The command that takes a target through a change in phases. */
@NullMarked
package shareddb.cli.command.rollout;

import org.jspecify.annotations.NullMarked;
