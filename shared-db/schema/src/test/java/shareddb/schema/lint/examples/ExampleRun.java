package shareddb.schema.lint.examples;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;
import shareddb.testing.Sql;

/**
 * One example in a schema of its own with tables that have rows. The schema's name has all that
 * breaks names in SQL.
 */
record ExampleRun(Login admin, String before, LintPage.Block example) {

  private static final SchemaName SCHEMA = new SchemaName("00 it's $$ odd");

  /** Something that is looked at before and after the example. */
  interface Look<T> {
    T at(Connection connection) throws SQLException;
  }

  /** The same look before and after. */
  record Both<T>(T before, T after) {
    boolean differ() {
      return !before.equals(after);
    }
  }

  /** Makes the schema, runs the example and returns its effect. */
  MigrationEffect effect() throws SQLException {
    prepare();
    return run();
  }

  /** Whether the server refuses the example. */
  boolean fails() throws SQLException {
    prepare();
    try {
      run();
      return false;
    } catch (SQLException refused) {
      return true;
    }
  }

  /** Whether the server refuses the example as one transaction. */
  boolean failsInTransaction() throws SQLException {
    prepare();
    try (Connection connection = admin.connect()) {
      for (String file : example.files()) {
        List<SqlStatement> all = statements(file);
        if (all.size() > 1) {
          MigrationEffect.inTransaction(connection, SCHEMA.value(), texts(all));
        }
      }
      return false;
    } catch (SQLException refused) {
      return true;
    }
  }

  <T> Both<T> look(Look<T> look) throws SQLException {
    prepare();
    try (Connection connection = admin.connect()) {
      T first = look.at(connection);
      run();
      return new Both<>(first, look.at(connection));
    }
  }

  private void prepare() throws SQLException {
    Sql.run(
        admin,
        "DROP SCHEMA IF EXISTS " + SCHEMA.quoted() + " CASCADE; DROP TABLE IF EXISTS public.tags");
    Sql.run(admin, "CREATE SCHEMA " + SCHEMA.quoted() + ";" + filled(before));
    Sql.run(admin, filled("ANALYZE \"${flyway:defaultSchema}\".todos"));
  }

  private MigrationEffect run() throws SQLException {
    MigrationEffect effect = MigrationEffect.NONE;
    try (Connection connection = admin.connect()) {
      for (String file : example.files()) {
        List<SqlStatement> all = statements(file);
        boolean alone = all.stream().anyMatch(SqlStatement::isAlone);
        effect =
            effect.and(
                alone
                    ? new StatementAlone(admin, SCHEMA.value()).run(all.getFirst().text())
                    : MigrationEffect.inTransaction(connection, SCHEMA.value(), texts(all)));
      }
    }
    return effect;
  }

  private static List<SqlStatement> statements(String file) {
    return SqlScript.of(filled(file)).statements();
  }

  private static List<String> texts(List<SqlStatement> statements) {
    return statements.stream().map(SqlStatement::text).toList();
  }

  static String filled(String sql) {
    return sql.replace("${flyway:defaultSchema}", SCHEMA.value());
  }

  /** The number of values in all tables of the schema. */
  static long values(Connection connection) throws SQLException {
    long values = 0;
    for (String count : Query.of(connection, COUNTS, SCHEMA.value()).list(r -> r.getString(1))) {
      values += Query.of(connection, count).one(row -> row.getLong(1));
    }
    return values;
  }

  private static final String COUNTS =
      """
      SELECT format('SELECT count(*) * %s FROM %s', (
               SELECT count(*) FROM pg_attribute AS a
               WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), c.oid::regclass)
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relkind = 'r'
      """;

  /** The number of tables outside of the schema and of Postgres's own. */
  static long elsewhere(Connection connection) throws SQLException {
    return Query.of(
            connection,
            """
            SELECT count(*) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname NOT IN (?, 'pg_catalog', 'information_schema', 'pg_toast')
            """,
            SCHEMA.value())
        .one(row -> row.getLong(1));
  }

  /** Whether the server refuses a statement, which leaves nothing. */
  static boolean refuses(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    try {
      Query.execute(connection, filled(sql));
      return false;
    } catch (SQLException refused) {
      return true;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Whether the delete of a project that has no todos reads all todos. */
  static boolean deleteReadsAll(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try {
      Query.execute(
          connection, "INSERT INTO %1$s.projects VALUES (2000, 'none')".formatted(SCHEMA.quoted()));
      long before = scansOfTodos(connection);
      Query.execute(
          connection, "DELETE FROM %1$s.projects WHERE id = 2000".formatted(SCHEMA.quoted()));
      return scansOfTodos(connection) > before;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static long scansOfTodos(Connection connection) throws SQLException {
    return Query.of(
            connection,
            """
            SELECT pg_stat_get_xact_numscans(c.oid)
            FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relname = 'todos'
            """,
            SCHEMA.value())
        .one(row -> row.getLong(1));
  }
}
