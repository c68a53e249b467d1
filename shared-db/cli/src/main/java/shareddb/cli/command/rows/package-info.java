/** sql, snapshot, snapshots, restore. */
@NullMarked
package shareddb.cli.command.rows;

import org.jspecify.annotations.NullMarked;
