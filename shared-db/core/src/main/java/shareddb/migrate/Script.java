package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import shareddb.track.Migration;

/** Applies one migration within the caller's transaction, and records it. */
final class Script {

  private Script() {}

  static AppliedStep apply(Connection connection, Target target, Migration migration, int rank)
      throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      // As Flyway sets it.
      statement.execute(
          "SET LOCAL search_path = " + target.schema().quoted() + ", \"$user\", public");
      statement.execute(text(migration, target));
    }
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    HistoryTable.applied(connection, target, rank, migration, duration);
    return new AppliedStep(
        migration.version(), migration.description(), migration.script(), duration);
  }

  static String text(Migration migration, Target target) {
    return onNew(migration).on(target);
  }

  /** Nobody else sees the schema yet: there is no one to build an index beside. */
  static ScriptText onNew(Migration migration) {
    return new ScriptText(Concurrently.without(ScriptText.of(migration.file()).raw()), false);
  }
}
