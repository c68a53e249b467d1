package shareddb.journal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import shareddb.names.DatabaseName;
import shareddb.names.SchemaName;
import shareddb.track.Version;

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
