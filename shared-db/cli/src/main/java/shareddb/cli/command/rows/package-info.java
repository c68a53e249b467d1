/** The commands for a schema's rows: sql, snapshot, snapshots, restore. */
@NullMarked
package shareddb.cli.command.rows;

import org.jspecify.annotations.NullMarked;
