package shareddb.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import shareddb.track.Migration;

/** Applies one migration within the caller's transaction, and records it. */
final class Script {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Script() {}

  static AppliedStep apply(Connection connection, Target target, Migration migration, int rank)
      throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      // As Flyway sets it.
      statement.execute(
          "SET LOCAL search_path = " + target.schema().quoted() + ", \"$user\", public");
      // Nobody else sees the schema yet: there is no one to build an index beside.
      statement.execute(
          Concurrently.without(Placeholders.replace(content(migration.file()), target)));
    }
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    HistoryTable.applied(connection, target, rank, migration, duration);
    return new AppliedStep(
        migration.version(), migration.description(), migration.script(), duration);
  }

  private static String content(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
