package shareddb.learn.trial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shareddb.base.jdbc.Query;
import shareddb.base.jdbc.SqlExecution;
import shareddb.base.track.Migration;
import shareddb.migrate.script.NewSchema;
import shareddb.migrate.script.PlannedScript;

/**
 * Looks for a migration that reads a table while its own lock keeps other sessions out. Each
 * migration runs in a transaction of its own; before its end, the session asks which locks it holds
 * and how many rows it has read.
 */
public final class LockedReads {

  /**
   * What one migration did to the table.
   *
   * @param script the name of its file
   * @param locked whether it holds the lock
   * @param rows how many rows it read by scanning the whole table
   */
  public record OfMigration(String script, boolean locked, long rows) {}

  private static final String SQL =
      """
      SELECT EXISTS (SELECT FROM pg_locks AS l
                     WHERE l.pid = pg_backend_pid() AND l.relation = c.oid AND l.mode = ?),
             coalesce(pg_stat_get_xact_tuples_returned(c.oid), 0)
      FROM pg_class AS c
      JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relname = ?
      """;

  private LockedReads() {}

  /**
   * Runs the learner's migrations on a scratch copy of the start.
   *
   * @param lock as Postgres documents it, such as {@code ACCESS EXCLUSIVE}
   */
  public static List<OfMigration> of(Trial trial, String table, String lock) throws SQLException {
    try (ScratchCopy scratch = ScratchCopy.of(trial)) {
      List<Migration> pending =
          trial.track().read().stream()
              .filter(m -> m.version().compareTo(trial.from()) > 0)
              .filter(m -> m.version().compareTo(trial.to()) <= 0)
              .filter(LockedReads::isOneTransaction)
              .toList();
      List<OfMigration> all = new ArrayList<>();
      for (PlannedScript script : NewSchema.plan(scratch.copy().target(), pending)) {
        all.add(run(scratch.copy(), script, table, lock));
      }
      return all;
    }
  }

  /** A migration with settings of its own may be several transactions. */
  private static boolean isOneTransaction(Migration migration) {
    Path file = migration.file();
    return !Files.exists(file.resolveSibling(file.getFileName() + ".conf"));
  }

  /** On a connection of its own: its statistics begin at zero. */
  private static OfMigration run(SchemaCopy copy, PlannedScript script, String table, String lock)
      throws SQLException {
    try (Connection connection = copy.connect()) {
      connection.setAutoCommit(false);
      SqlExecution.run(connection, script.sql());
      OfMigration found =
          Query.of(connection, SQL, mode(lock), copy.target().schema().value(), table)
              .first(row -> new OfMigration(script.title(), row.getBoolean(1), row.getLong(2)))
              .orElseGet(() -> new OfMigration(script.title(), false, 0));
      connection.commit();
      return found;
    }
  }

  /** The lock as pg_locks names it: {@code AccessExclusiveLock}. */
  private static String mode(String lock) {
    return Stream.of(lock.strip().split(" +"))
        .map(
            w ->
                w.substring(0, 1).toUpperCase(Locale.ROOT)
                    + w.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("", "", "Lock"));
  }
}
