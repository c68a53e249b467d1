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
 * @param to where it is to go; where it stands, once it was tried
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

  /** How far it came. */
  public enum Status {
    PENDING,
    DONE,
    FAILED,
    /** The run ended before it came to it. */
    LEFT,
    /** The answer to its COMMIT was lost, and its database could not be asked again. */
    UNKNOWN;

    /** As scripts and the table read it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
