/** Keeps the rows of a target and brings them back; reset and restore. */
@NullMarked
package shareddb.migrate.snapshot;

import org.jspecify.annotations.NullMarked;
