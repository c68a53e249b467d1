package shareddb.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistorySql;
import shareddb.migrate.role.ApiRole;

/**
 * The scripts before the first migration: the role, the schema and the history, if they do not
 * exist yet.
 */
public final class TargetPreparation {

  private TargetPreparation() {}

  public static List<PlannedScript> of(Connection connection, Target target, boolean withRole)
      throws SQLException {
    List<PlannedScript> scripts = new ArrayList<>();
    if (withRole) {
      role(connection, target).ifPresent(scripts::add);
    }
    history(connection, target).ifPresent(scripts::add);
    return scripts;
  }

  public static Optional<PlannedScript> role(Connection connection, Target target)
      throws SQLException {
    List<String> statements = ApiRole.missing(connection, target);
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PlannedScript.ofTheTool(
                "the role of its API, without its password",
                target,
                String.join(";\n", statements) + ";\n"));
  }

  static Optional<PlannedScript> history(Connection connection, Target target) throws SQLException {
    if (History.exists(connection, target)) {
      return Optional.empty();
    }
    String sql = "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = ?)";
    return Optional.of(
        Query.of(connection, sql, target.schema().value()).isTrue()
            ? PlannedScript.ofTheTool("the history", target, HistorySql.table(target))
            : schema(target, ""));
  }

  /**
   * The schema with its history.
   *
   * @param before SQL that runs first
   */
  public static PlannedScript schema(Target target, String before) {
    return PlannedScript.ofTheTool(
        "the schema and its history", target, before + HistorySql.schema(target));
  }
}
