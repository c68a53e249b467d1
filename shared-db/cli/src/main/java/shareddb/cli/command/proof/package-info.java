/** The commands that check: lint, drift, verify. */
@NullMarked
package shareddb.cli.command.proof;

import org.jspecify.annotations.NullMarked;
