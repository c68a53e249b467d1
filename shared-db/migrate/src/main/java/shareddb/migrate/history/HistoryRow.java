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

  /** The type of a row that takes an earlier version back. */
  public static final String DELETE = "DELETE";

  /** How many statements of its script are done, where it runs statement by statement. */
  public int statementsDone() {
    return isResumable() ? (int) (-executionTime.toMillis() - 1) : 0;
  }

  /** Whether this tool wrote it, and knows how to go on where it stopped. */
  public boolean isResumable() {
    return !success && executionTime.isNegative();
  }

  public Optional<Integer> sum() {
    return checksum.isPresent() ? Optional.of(checksum.getAsInt()) : Optional.empty();
  }

  /** Whether it is of a migration that runs again whenever its text changed. */
  public boolean isRepeatable() {
    return version.isEmpty() && type.equals("SQL");
  }

  public boolean undoes() {
    return type.equals(DELETE);
  }
}
