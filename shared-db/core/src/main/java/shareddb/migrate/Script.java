package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import shareddb.jdbc.Query;
import shareddb.jdbc.SqlExecution;
import shareddb.sql.SqlScript;
import shareddb.track.UpScript;

/** Applies one migration within the caller's transaction, and records it. */
final class Script {

  private Script() {}

  static AppliedStep apply(Connection connection, Target target, UpScript script, int rank)
      throws SQLException {
    long start = System.nanoTime();
    // As Flyway sets it.
    Query.execute(
        connection, "SET LOCAL search_path = " + target.schema().quoted() + ", \"$user\", public");
    SqlExecution.run(connection, text(script, target));
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    HistoryTable.applied(connection, target, rank, script, duration);
    return new AppliedStep(script.brings(), script.description(), script.script(), duration);
  }

  static String text(UpScript script, Target target) {
    return onNew(script).on(target);
  }

  /** Nobody else sees the schema yet: there is no one to build an index beside. */
  static ScriptText onNew(UpScript script) {
    return new ScriptText(
        SqlScript.of(ScriptText.of(script.file()).raw()).without("concurrently"), false);
  }
}
