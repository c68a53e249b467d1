package shareddb.migrate.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import shareddb.base.track.Version;

/** One row of a history table, as Flyway writes and reads it. */
public record HistoryRow(
    int rank,
    Optional<Version> version,
    String description,
    String type,
    String script,
    OptionalInt checksum,
    String installedBy,
    Instant installedOn,
    Duration executionTime,
    boolean success) {

  /** The type of a row that records an undo. */
  public static final String DELETE = "DELETE";

  /** The type of the row with which Flyway begins the history of a schema that it did not make. */
  public static final String BASELINE = "BASELINE";

  /** The number of its script's statements that are done, if it runs statement by statement. */
  public int statementsDone() {
    return isResumable() ? (int) (-executionTime.toMillis() - 1) : 0;
  }

  /**
   * Whether this tool wrote the row of a script that stopped half-way, so that it can go on there.
   */
  public boolean isResumable() {
    return !success && executionTime.isNegative();
  }

  public Optional<Integer> sum() {
    return checksum.isPresent() ? Optional.of(checksum.getAsInt()) : Optional.empty();
  }

  /** The type of the row of a base script, which a new target ran in place of all up to it. */
  public static final String BASE_SCRIPT = "SQL_BASELINE";

  /** Whether the row belongs to a repeatable migration. */
  public boolean isRepeatable() {
    return version.isEmpty() && type.equals("SQL");
  }

  /** Whether the versions up to this one count as done, although this history did not do them. */
  public boolean isBaseline() {
    return type.equals(BASELINE) || type.equals(BASE_SCRIPT);
  }

  public boolean undoes() {
    return type.equals(DELETE);
  }
}
