package shareddb.migrate.journal;

import java.time.Instant;
import java.util.Optional;
import shareddb.base.track.Version;

/**
 * One operation on many targets.
 *
 * @param by who typed it
 * @param role who that is in the database
 * @param pid the session that keeps its journal
 * @param targets how many it was to move
 * @param continuedBy the run that went on with it, where it was stopped
 */
public record FleetRunEntry(
    long id,
    String operation,
    String track,
    Version to,
    String by,
    String role,
    int pid,
    Instant startedAt,
    Optional<Instant> endedAt,
    JournalState state,
    Optional<String> error,
    Optional<Long> continuedBy,
    int targets,
    int done,
    int failed) {}
