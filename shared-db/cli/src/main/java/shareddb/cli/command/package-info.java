/** The types that all commands share: context, failure, exit code. */
@NullMarked
package shareddb.cli.command;

import org.jspecify.annotations.NullMarked;
