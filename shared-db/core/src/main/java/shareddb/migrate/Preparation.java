package shareddb.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What comes before the first script of a track, where it is not there yet. */
final class Preparation {

  private Preparation() {}

  static List<PlannedScript> of(Connection connection, Target target) throws SQLException {
    return Stream.of(role(connection, target), history(connection, target))
        .flatMap(Optional::stream)
        .toList();
  }

  static Optional<PlannedScript> role(Connection connection, Target target) throws SQLException {
    List<String> statements = ApiRole.missing(connection, target);
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PlannedScript.ofTheTool(
                "the role of its API, without its password",
                target,
                String.join(";\n", statements) + ";\n"));
  }

  private static Optional<PlannedScript> history(Connection connection, Target target)
      throws SQLException {
    if (History.exists(connection, target)) {
      return Optional.empty();
    }
    String table = HistorySql.table(target);
    return Optional.of(
        isThere(connection, target)
            ? PlannedScript.ofTheTool("the history", target, table)
            : PlannedScript.ofTheTool(
                "the schema and its history",
                target,
                "CREATE SCHEMA "
                    + target.schema().quoted()
                    + ";\n"
                    + table
                    + HistorySql.schemaMade(target)));
  }

  private static boolean isThere(Connection connection, Target target) throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, target.schema().value());
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }
}
