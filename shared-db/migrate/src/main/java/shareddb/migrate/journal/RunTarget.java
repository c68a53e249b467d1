package shareddb.migrate.journal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Version;

/**
 * One target of a run.
 *
 * @param to the wanted version; after the try, the version that the target has
 */
public record RunTarget(
    String label,
    DatabaseName database,
    SchemaName schema,
    Version from,
    Version to,
    Status status,
    Duration took,
    Optional<String> error) {

  /** The state of one target in its run. */
  public enum Status {
    PENDING,
    DONE,
    FAILED,
    /** The run ended before this target's turn. */
    LEFT,
    /** The answer to COMMIT was lost, and the tool could not ask the database again. */
    UNKNOWN;

    /** The word that scripts and the table read. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
