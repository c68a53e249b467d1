package shareddb.migrate.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Version;

/**
 * One operation on one target, as the journal records it.
 *
 * @param to the wanted version; after the end, the version that the target has
 * @param by the operating system's user who started it
 * @param role the database role that it used
 * @param took empty if the operation has no end
 */
public record JournalEntry(
    long id,
    String operation,
    String track,
    DatabaseName database,
    SchemaName schema,
    Version from,
    Version to,
    String by,
    String role,
    Instant startedAt,
    Optional<Duration> took,
    JournalState state,
    Optional<String> error) {}
