package shareddb.migrate.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.history.HistoryRowSql;

/**
 * One script of a plan, with the SQL that Postgres gets.
 *
 * @param title its file's name, or its purpose
 * @param file its file; empty for SQL of the tool
 * @param searchPath the search_path for names without a schema
 * @param sql the text with the placeholders' values
 * @param row the history row that is written with it
 * @param inOneTransaction whether it can be rolled back as a whole
 */
public record PlannedScript(
    String title,
    String description,
    Optional<Version> version,
    Optional<Path> file,
    String searchPath,
    String sql,
    HistoryRowSql row,
    boolean inOneTransaction) {

  /** SQL of the tool, without a file. */
  static PlannedScript ofTheTool(String title, Target target, String sql) {
    return new PlannedScript(
        title,
        title,
        Optional.empty(),
        Optional.empty(),
        target.schema().quoted(),
        sql,
        HistoryRowSql.NONE,
        true);
  }

  public static PlannedScript applying(
      UpgradeScript script,
      Target target,
      String sql,
      HistoryRowSql row,
      boolean inOneTransaction) {
    return new PlannedScript(
        script.script(),
        script.description(),
        script.brings(),
        Optional.of(script.file()),
        // The same search_path as Flyway sets.
        target.schema().quoted() + ", \"$user\", public",
        sql,
        row,
        inOneTransaction);
  }

  public static PlannedScript undoing(
      Migration migration, Target target, String sql, HistoryRowSql row, boolean inOneTransaction) {
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

  /** The SQL of its history row with an execution time of 0. Empty if it writes no row. */
  public String history() {
    return row.sql("0");
  }

  AppliedStep step(Duration took) {
    return new AppliedStep(version, description, title, took);
  }
}
