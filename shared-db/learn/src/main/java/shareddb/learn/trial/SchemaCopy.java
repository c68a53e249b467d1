package shareddb.learn.trial;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.learn.exercise.ChecksFile;
import shareddb.learn.exercise.Exercise;
import shareddb.schema.catalog.Catalog;

/**
 * One schema to which the learner's files are applied: with the first or the second rows, or one of
 * several targets.
 *
 * @param name {@code 1} or {@code 2} for the seeds, or the target's name
 * @param alone whether it is the only copy, so that messages need not name it
 * @param before the schema with the rows that the copy began with
 */
public record SchemaCopy(
    Exercise exercise, String name, boolean alone, Target target, SchemaName before) {

  static SchemaCopy of(Exercise exercise, String name, LearnServer server) {
    return new SchemaCopy(
        exercise,
        name,
        exercise.copies().size() == 1,
        new Target(
            server.login(), server.names().schema(exercise.id(), name), server.names().api()),
        server.names().before(exercise.id(), name));
  }

  /** SQL of the exercise with the names of this copy. */
  public String sql(String text) {
    return exercise
        .values()
        .with(placeholders())
        .in(text, exercise.folder().resolve(ChecksFile.NAME));
  }

  /** The SQL of a file of the exercise with the names of this copy. */
  String sql(Path file) {
    return exercise.values().with(placeholders()).in(file);
  }

  private Map<String, String> placeholders() {
    return Map.of(
        "schema", target.schema().quoted(),
        "before", before.quoted(),
        "api", target.apiRole().quoted());
  }

  /** The end of a message about this copy: {@code , on seed 2}. */
  public String where() {
    if (alone) {
      return "";
    }
    return name.equals("1") || name.equals("2") ? ", on seed " + name : ", in " + name;
  }

  /** A connection of the owner, whose names without a schema are those of this copy. */
  public Connection connect() throws SQLException {
    Connection connection =
        target
            .admin()
            .withSession("statement_timeout=10s", "client_min_messages=warning")
            .connect();
    Query.execute(connection, "SET search_path = " + target.schema().quoted());
    return connection;
  }

  /** The catalog of its schema, as it is. */
  public Catalog catalog() throws SQLException {
    try (Connection connection = connect()) {
      return Catalog.read(connection, target.schema());
    }
  }

  /** Renews the statistics of its tables, which plans depend on. */
  public void analyze(Connection connection) throws SQLException {
    String sql =
        """
        SELECT format('ANALYZE %I.%I', schemaname, tablename)
        FROM pg_tables WHERE schemaname = ?
        """;
    for (String statement :
        Query.of(connection, sql, target.schema().value()).list(row -> row.getString(1))) {
      Query.execute(connection, statement);
    }
  }
}
