package shareddb.migrate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import shareddb.track.Version;

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
  static final String DELETE = "DELETE";

  public boolean undoes() {
    return type.equals(DELETE);
  }
}
