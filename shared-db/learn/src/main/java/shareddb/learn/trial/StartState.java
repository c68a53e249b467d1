package shareddb.learn.trial;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import shareddb.base.jdbc.Query;
import shareddb.base.jdbc.SqlExecution;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Migration;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.migrate.script.NewEnumValues;
import shareddb.migrate.script.NewSchema;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.ScriptRunner;
import shareddb.migrate.script.TargetPreparation;
import shareddb.schema.catalog.Catalog;

/**
 * Builds the state that an exercise begins with, anew each time: the schema at a version with its
 * history, the rows, and a copy of the rows.
 */
final class StartState {

  private final Track track;
  private final Version version;

  /**
   * @param track the start's files as they were applied
   * @param version the last version to apply
   */
  StartState(Track track, Version version) {
    this.track = track;
    this.version = version;
  }

  /** Builds one copy and returns its catalog. */
  Catalog build(SchemaCopy copy) throws SQLException {
    try (Connection connection = copy.connect()) {
      drop(connection, copy.target().schema());
      drop(connection, copy.before());
      migrate(connection, copy);
      seed(connection, copy);
      keepRows(connection, copy);
      return Catalog.read(connection, copy.target().schema());
    }
  }

  static void drop(Connection connection, SchemaName schema) throws SQLException {
    Query.execute(connection, "DROP SCHEMA IF EXISTS " + schema.quoted() + " CASCADE");
  }

  private void migrate(Connection connection, SchemaCopy copy) throws SQLException {
    List<Migration> migrations =
        track.read().stream().filter(m -> m.version().compareTo(version) <= 0).toList();
    if (migrations.isEmpty()) {
      Query.execute(connection, "CREATE SCHEMA " + copy.target().schema().quoted());
    } else if (NewSchema.isPossible(migrations) && track.readAll().repeatables().isEmpty()) {
      inOneTransaction(connection, copy, migrations);
    } else {
      Trial.done(Upgrade.run(track, copy.target(), version, Trial.LISTENER), track);
    }
  }

  private static void inOneTransaction(
      Connection connection, SchemaCopy copy, List<Migration> migrations) throws SQLException {
    connection.setAutoCommit(false);
    ScriptRunner.run(connection, TargetPreparation.schema(copy.target(), ""));
    for (PlannedScript script : NewSchema.plan(copy.target(), migrations)) {
      ScriptRunner.run(connection, script);
      NewEnumValues.makeUsableInNewSchema(connection);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void seed(Connection connection, SchemaCopy copy) throws SQLException {
    if (copy.exercise().seed(copy.name()).isEmpty()) {
      return;
    }
    Path file = copy.exercise().seed(copy.name()).get();
    connection.setAutoCommit(false);
    try {
      SqlExecution.run(connection, copy.sql(file));
    } catch (SQLException e) {
      throw new SQLException(file + ": " + e.getMessage(), e.getSQLState(), e);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** A column whose type is the schema's own is kept as text, so that the type can be dropped. */
  private static void keepRows(Connection connection, SchemaCopy copy) throws SQLException {
    Query.execute(connection, "CREATE SCHEMA " + copy.before().quoted());
    String sql =
        """
        SELECT format('CREATE TABLE %I.%I AS SELECT %s FROM %I.%I', ?, c.relname,
                      string_agg(quote_ident(a.attname)
                                 || CASE WHEN ? IN (t.typnamespace::regnamespace::text, quote_ident(e.nspname::text))
                                         THEN '::text AS ' || quote_ident(a.attname) ELSE '' END,
                                 ', ' ORDER BY a.attnum),
                      n.nspname, c.relname)
        FROM pg_class AS c
        JOIN pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        JOIN pg_type AS t ON t.oid = a.atttypid
        LEFT JOIN pg_type AS element ON element.oid = t.typelem
        LEFT JOIN pg_namespace AS e ON e.oid = element.typnamespace
        WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND NOT c.relispartition
          AND c.relname <> 'flyway_schema_history'
        GROUP BY c.relname, n.nspname
        """;
    String schema = copy.target().schema().value();
    List<String> statements =
        Query.of(connection, sql, copy.before().value(), copy.target().schema().quoted(), schema)
            .list(row -> row.getString(1));
    for (String statement : statements) {
      Query.execute(connection, statement);
    }
  }
}
