/** Flyway's history table in the target's schema: read, compared with the track, and written. */
@NullMarked
package shareddb.migrate.history;

import org.jspecify.annotations.NullMarked;
