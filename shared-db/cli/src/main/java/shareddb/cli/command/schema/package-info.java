/** The commands for one schema: upgrade, downgrade, current, history, journal, reset, revision. */
@NullMarked
package shareddb.cli.command.schema;

import org.jspecify.annotations.NullMarked;
