package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import shareddb.track.UpScript;

/** Applies one migration within the caller's transaction, and records it. */
final class Script {

  private Script() {}

  static AppliedStep apply(Connection connection, Target target, UpScript script, int rank)
      throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      // As Flyway sets it.
      statement.execute(
          "SET LOCAL search_path = " + target.schema().quoted() + ", \"$user\", public");
      statement.execute(text(script, target));
    }
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    HistoryTable.applied(connection, target, rank, script, duration);
    return new AppliedStep(script.brings(), script.description(), script.script(), duration);
  }

  static String text(UpScript script, Target target) {
    return onNew(script).on(target);
  }

  /** Nobody else sees the schema yet: there is no one to build an index beside. */
  static ScriptText onNew(UpScript script) {
    return new ScriptText(Concurrently.without(ScriptText.of(script.file()).raw()), false);
  }
}
