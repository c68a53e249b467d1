package shareddb.fleet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import shareddb.fleet.Position.Ground;
import shareddb.migrate.Histories;
import shareddb.migrate.History;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.settings.Login;
import shareddb.track.Migration;

/** Where many targets stand: one query for all of a database, and one batch for some hundreds. */
final class Probe {

  /** No such table: a schema went between the list and the look. */
  private static final String GONE = "42P01";

  private static final int ATTEMPTS = 3;

  private final List<Migration> migrations;

  Probe(List<Migration> migrations) {
    this.migrations = migrations;
  }

  /** In the order of the members; each database is connected to once. */
  Map<Member, Position> of(List<Member> members) throws SQLException {
    Map<Login, List<Member>> byDatabase = new LinkedHashMap<>();
    for (Member member : members) {
      byDatabase.computeIfAbsent(member.target().admin(), login -> new ArrayList<>()).add(member);
    }
    Map<Target, Position> positions = new HashMap<>();
    for (Map.Entry<Login, List<Member>> database : byDatabase.entrySet()) {
      positions.putAll(in(database.getKey(), database.getValue()));
    }
    Map<Member, Position> ordered = new LinkedHashMap<>();
    members.forEach(m -> ordered.put(m, Objects.requireNonNull(positions.get(m.target()))));
    return ordered;
  }

  Position of(Connection connection, Target target) throws SQLException {
    return Objects.requireNonNull(
        in(connection, List.of(target.schema())).get(target.schema()), target::toString);
  }

  private Map<Target, Position> in(Login login, List<Member> members) throws SQLException {
    List<SchemaName> schemas = members.stream().map(member -> member.target().schema()).toList();
    Map<Target, Position> positions = new HashMap<>();
    try (Connection connection = login.connect()) {
      in(connection, schemas)
          .forEach((schema, position) -> positions.put(new Target(login, schema), position));
    }
    return positions;
  }

  private Map<SchemaName, Position> in(Connection connection, List<SchemaName> schemas)
      throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return look(connection, schemas);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !GONE.equals(e.getSQLState())) {
          throw e;
        }
      }
    }
  }

  private Map<SchemaName, Position> look(Connection connection, List<SchemaName> schemas)
      throws SQLException {
    Map<SchemaName, Ground> grounds = grounds(connection, schemas);
    Map<SchemaName, Position> positions = new HashMap<>();
    for (SchemaName schema : schemas) {
      Ground ground = Optional.ofNullable(grounds.get(schema)).orElse(Ground.NOTHING);
      positions.put(schema, Position.of(ground, migrations, new History(List.of())));
    }
    Collection<SchemaName> histories =
        schemas.stream().filter(schema -> grounds.get(schema) == Ground.HISTORY).toList();
    Histories.each(
        connection,
        histories,
        (schema, history) ->
            positions.put(schema, Position.of(Ground.HISTORY, migrations, history)));
    return positions;
  }

  private static Map<SchemaName, Ground> grounds(Connection connection, List<SchemaName> schemas)
      throws SQLException {
    String sql =
        """
        SELECT nspname,
               EXISTS (SELECT FROM pg_catalog.pg_class
                       WHERE relname = ? AND relnamespace = namespace.oid AND relkind IN ('r', 'p'))
        FROM pg_catalog.pg_namespace AS namespace
        WHERE nspname = ANY (?)
        """;
    Map<SchemaName, Ground> grounds = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, Target.HISTORY_TABLE);
      statement.setArray(
          2, connection.createArrayOf("text", schemas.stream().map(SchemaName::value).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          grounds.put(
              new SchemaName(rows.getString(1)),
              rows.getBoolean(2) ? Ground.HISTORY : Ground.NO_HISTORY);
        }
      }
    }
    return grounds;
  }
}
