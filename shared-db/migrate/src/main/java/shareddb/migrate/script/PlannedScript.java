package shareddb.migrate.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryWrite;

/**
 * One part of a plan, as Postgres gets it.
 *
 * @param title its file's name, or what it does
 * @param file where it is written, if it is
 * @param searchPath where it looks for names without a schema
 * @param sql with the values of its placeholders
 * @param row what is written to the history with it
 * @param inOneTransaction whether it can be taken back as a whole
 */
public record PlannedScript(
    String title,
    String description,
    Optional<Version> version,
    Optional<Path> file,
    String searchPath,
    String sql,
    HistoryWrite row,
    boolean inOneTransaction) {

  /** What no file has. */
  static PlannedScript ofTheTool(String title, Target target, String sql) {
    return new PlannedScript(
        title,
        title,
        Optional.empty(),
        Optional.empty(),
        target.schema().quoted(),
        sql,
        HistoryWrite.NONE,
        true);
  }

  public static PlannedScript applying(
      UpgradeScript script, Target target, String sql, HistoryWrite row, boolean inOneTransaction) {
    return new PlannedScript(
        script.script(),
        script.description(),
        script.brings(),
        Optional.of(script.file()),
        // As Flyway sets it.
        target.schema().quoted() + ", \"$user\", public",
        sql,
        row,
        inOneTransaction);
  }

  public static PlannedScript undoing(
      Migration migration, Target target, String sql, HistoryWrite row, boolean inOneTransaction) {
    return new PlannedScript(
        migration.undoScript(),
        migration.description(),
        Optional.of(migration.version()),
        migration.undo(),
        target.schema().quoted(),
        sql,
        row,
        inOneTransaction);
  }

  /** What is written to the history with it, where it takes no time; empty where nothing is. */
  public String history() {
    return row.sql("0");
  }

  AppliedStep step(Duration took) {
    return new AppliedStep(version, description, title, took);
  }
}
