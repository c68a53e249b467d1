package shareddb.migrate.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Version;

/**
 * One operation on one target.
 *
 * @param to where it was to go; where it ended, once it has
 * @param by who typed it
 * @param role who that is in the database
 * @param took nothing where it has no end
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
