package shareddb.learn.classroom;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.names.LearnerName;
import shareddb.base.names.SchemaName;

/**
 * Takes away what a learner has in the class's database, or the learner too, and keeps it in files
 * before. A learner whose progress was imported has no roles: then only the rows of the class are
 * deleted.
 *
 * @param snapshots the folder for these files
 */
public record LearnerRemoval(ClassDatabase database, Path snapshots) {

  /** What a learner has in the class's database. */
  public record Possessions(int schemas, int tables, long bytes, int exercises) {}

  /**
   * What the learner has: only the catalog is read, because reading a learner's view would run
   * their code. Empty if the class has no such learner.
   */
  public Optional<Possessions> possessions(LearnerName learner) throws SQLException {
    String sql =
        """
        WITH owned AS (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ANY (?))
        SELECT (SELECT count(*) FROM owned),
               (SELECT count(*) FROM pg_catalog.pg_class
                WHERE relnamespace IN (SELECT oid FROM owned) AND relkind IN ('r', 'p')),
               (SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint
                FROM pg_catalog.pg_class
                WHERE relnamespace IN (SELECT oid FROM owned) AND relkind IN ('r', 'm')),
               (SELECT count(*) FROM class.progress WHERE learner = ?)
        FROM class.learner WHERE name = ?
        """;
    try (Connection connection = database.admin().reading().connect()) {
      return Query.of(
              connection, sql, schemas(connection, learner), learner.value(), learner.value())
          .first(
              row -> new Possessions(row.getInt(1), row.getInt(2), row.getLong(3), row.getInt(4)));
    }
  }

  /** Drops all schemas of the learner, and forgets their progress. The roles stay. */
  public LearnerSnapshot reset(LearnerName learner) throws SQLException {
    return ClassTransaction.run(
        database,
        connection -> {
          endSessions(connection, learner);
          LearnerSnapshot kept = keep(connection, learner);
          for (String schema : schemas(connection, learner)) {
            Query.execute(
                connection, "DROP SCHEMA " + new SchemaName(schema).quoted() + " CASCADE");
          }
          String progress = "DELETE FROM class.progress WHERE learner = ?";
          Query.of(connection, progress, learner.value()).update();
          return kept;
        });
  }

  /** Takes the learner out of the class: schemas, progress and roles. */
  public LearnerSnapshot remove(LearnerName learner) throws SQLException {
    LearnerRoles roles = new LearnerRoles(database);
    return ClassTransaction.run(
        database,
        connection -> {
          boolean hasRoles = roles.has(connection, learner);
          if (hasRoles) {
            endSessions(connection, learner);
          }
          LearnerSnapshot kept = keep(connection, learner);
          if (hasRoles) {
            roles.drop(connection, learner);
          }
          String row = "DELETE FROM class.learner WHERE name = ?";
          Query.of(connection, row, learner.value()).update();
          return kept;
        });
  }

  private LearnerSnapshot keep(Connection connection, LearnerName learner) throws SQLException {
    return LearnerSnapshot.take(
        connection,
        snapshots,
        learner,
        schemas(connection, learner).stream().map(SchemaName::new).toList(),
        new DatabaseProgress(database.admin(), learner).read());
  }

  /** An open transaction of the learner would hold locks on what is dropped. */
  private void endSessions(Connection connection, LearnerName learner) throws SQLException {
    if (new LearnerRoles(database).has(connection, learner)) {
      String sql =
          "SELECT count(pg_terminate_backend(pid, 2000)) FROM pg_catalog.pg_stat_activity"
              + " WHERE usename = ANY (?)";
      Query.of(connection, sql, List.of(learner.value(), learner.apiRole().value()))
          .one(row -> row.getInt(1));
    }
  }

  private List<String> schemas(Connection connection, LearnerName learner) throws SQLException {
    String sql =
        """
        SELECT nspname FROM pg_catalog.pg_namespace AS schema
        JOIN pg_catalog.pg_roles AS owner ON owner.oid = schema.nspowner
        WHERE owner.rolname = ?
        """;
    return new LearnerRoles(database).has(connection, learner)
        ? Query.of(connection, sql, learner.value()).list(row -> row.getString(1))
        : List.of();
  }
}
