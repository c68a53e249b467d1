/** Snapshots of a target's rows, and the operations that use them: reset, restore and downgrade. */
@NullMarked
package shareddb.migrate.snapshot;

import org.jspecify.annotations.NullMarked;
