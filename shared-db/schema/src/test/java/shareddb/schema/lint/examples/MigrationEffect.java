package shareddb.schema.lint.examples;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import shareddb.base.jdbc.Query;

/**
 * What a migration does on the server: the locks that it holds, and the work while it holds them.
 *
 * @param isExclusive whether it takes ACCESS EXCLUSIVE on a table that was there
 * @param blocksDuringWork whether it reads or writes rows, or builds an index, while it holds a
 *     lock that keeps other sessions from writing
 */
record MigrationEffect(boolean isExclusive, boolean blocksDuringWork) {

  static final MigrationEffect NONE = new MigrationEffect(false, false);

  /** Locks beside which other sessions cannot write. */
  private static final Set<String> BLOCKING =
      Set.of("ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock");

  private static final String TABLES =
      """
      SELECT c.oid, pg_relation_filenode(c.oid), pg_stat_get_xact_numscans(c.oid),
             pg_stat_get_xact_tuples_inserted(c.oid) + pg_stat_get_xact_tuples_updated(c.oid)
               + pg_stat_get_xact_tuples_deleted(c.oid),
             (SELECT count(*) FROM pg_index AS i WHERE i.indrelid = c.oid)
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'm')
      """;

  /** The locks on tables; a materialized view has no writers, so only its readers count. */
  static final String LOCKS =
      """
      SELECT l.relation, l.mode
      FROM pg_locks AS l JOIN pg_class AS c ON c.oid = l.relation
      WHERE l.pid = ? AND l.locktype = 'relation' AND l.database
              = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND (c.relkind IN ('r', 'p') OR (c.relkind = 'm' AND l.mode = 'AccessExclusiveLock'))
      """;

  /** A lock of a session on a table. */
  record Held(long table, String mode) {}

  /** The numbers that change when Postgres works on a table. */
  private record Work(long file, long scans, long writes, long indexes) {}

  MigrationEffect and(MigrationEffect other) {
    return new MigrationEffect(
        isExclusive || other.isExclusive, blocksDuringWork || other.blocksDuringWork);
  }

  /** The effect of locks alone: of a statement that works as long as it holds them. */
  static MigrationEffect of(Set<Held> locks, Set<Long> there) {
    return of(locks, there, true);
  }

  private static MigrationEffect of(Set<Held> locks, Set<Long> there, boolean works) {
    List<Held> ofThese = locks.stream().filter(lock -> there.contains(lock.table())).toList();
    return new MigrationEffect(
        ofThese.stream().anyMatch(lock -> lock.mode().equals("AccessExclusiveLock")),
        works && ofThese.stream().anyMatch(lock -> BLOCKING.contains(lock.mode())));
  }

  /** Runs the statements in one transaction and commits it. */
  static MigrationEffect inTransaction(
      Connection connection, String schema, List<String> statements) throws SQLException {
    connection.setAutoCommit(false);
    MigrationEffect effect = NONE;
    Map<Long, Work> first = work(connection, schema);
    Map<Long, Work> before = first;
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
        Map<Long, Work> after = work(connection, schema);
        boolean worked = differs(before, after, first.keySet());
        effect = effect.and(of(locks(connection, pid(connection)), first.keySet(), worked));
        before = after;
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return effect;
  }

  private static boolean differs(Map<Long, Work> before, Map<Long, Work> after, Set<Long> tables) {
    return tables.stream()
        .filter(after::containsKey)
        .anyMatch(table -> !Objects.equals(before.get(table), after.get(table)));
  }

  static Set<Long> tables(Connection connection, String schema) throws SQLException {
    return work(connection, schema).keySet();
  }

  private static Map<Long, Work> work(Connection connection, String schema) throws SQLException {
    Map<Long, Work> work = new HashMap<>();
    Query.of(connection, TABLES, schema)
        .each(
            row ->
                work.put(
                    row.getLong(1),
                    new Work(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))));
    return work;
  }

  static Set<Held> locks(Connection connection, int session) throws SQLException {
    return new HashSet<>(
        Query.of(connection, LOCKS, session)
            .list(row -> new Held(row.getLong(1), row.getString(2))));
  }

  static int pid(Connection connection) throws SQLException {
    return Query.of(connection, "SELECT pg_backend_pid()").one(row -> row.getInt(1));
  }
}
