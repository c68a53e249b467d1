package shareddb.migrate;

import java.nio.file.Path;
import java.util.Optional;
import shareddb.track.Version;

/**
 * One part of a plan, as Postgres would get it.
 *
 * @param title what it is, in words
 * @param file where it is written, if it is
 * @param searchPath where it looks for names without a schema
 * @param sql with the values of its placeholders
 * @param history what is written to the history with it; empty where nothing is
 * @param inOneTransaction whether it can be taken back as a whole
 */
public record PlannedScript(
    String title,
    Optional<Version> version,
    Optional<Path> file,
    String searchPath,
    String sql,
    String history,
    boolean inOneTransaction) {

  /** What no file has. */
  static PlannedScript ofTheTool(String title, Target target, String sql) {
    return new PlannedScript(
        title, Optional.empty(), Optional.empty(), target.schema().quoted(), sql, "", true);
  }
}
