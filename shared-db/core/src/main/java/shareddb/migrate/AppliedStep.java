package shareddb.migrate;

import java.time.Duration;
import java.util.Optional;
import shareddb.track.Version;

/**
 * One migration that was applied, or undone, and how long it took.
 *
 * @param version nothing where it is repeatable
 */
public record AppliedStep(
    Optional<Version> version, String description, String script, Duration duration) {

  static AppliedStep of(HistoryRow row) {
    return new AppliedStep(row.version(), row.description(), row.script(), row.executionTime());
  }
}
