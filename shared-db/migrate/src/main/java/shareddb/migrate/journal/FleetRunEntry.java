package shareddb.migrate.journal;

import java.time.Instant;
import java.util.Optional;
import shareddb.base.track.Version;

/**
 * One operation on many targets, as the journal records it.
 *
 * @param by the operating system's user who started it
 * @param role the database role that it used
 * @param pid the process id of the session that writes its journal
 * @param targets the number of targets that it was to change
 * @param continuedBy the run that continued this one, if this one was stopped
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
