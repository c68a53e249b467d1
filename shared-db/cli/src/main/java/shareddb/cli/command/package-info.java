/** What every command is made of: its context, its failures, its exit code. */
@NullMarked
package shareddb.cli.command;

import org.jspecify.annotations.NullMarked;
