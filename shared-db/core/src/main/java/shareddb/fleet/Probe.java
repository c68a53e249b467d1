package shareddb.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import shareddb.fleet.Position.Ground;
import shareddb.jdbc.Query;
import shareddb.migrate.Histories;
import shareddb.migrate.History;
import shareddb.migrate.Outlines;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.track.TrackReading;

/** Where many targets stand: what schemas there are at once, and then history after history. */
final class Probe {

  /** No such table: a schema went between the list and the look. */
  private static final String GONE = "42P01";

  private static final int ATTEMPTS = 3;

  private final TrackReading track;
  private final Map<String, Position> byOutline = new ConcurrentHashMap<>();

  Probe(TrackReading track) {
    this.track = track;
  }

  /** In the order of the members. */
  Survey of(List<Member> members) throws SQLException {
    Answers<Position> answers = SideBySide.ask(members, this::in);
    Map<Member, Position> positions = new LinkedHashMap<>();
    Map<Member, String> unseen = new LinkedHashMap<>();
    Set<Member> locked = new LinkedHashSet<>();
    for (Member member : members) {
      Optional<String> why = answers.whyNot(member.target());
      if (why.isEmpty()) {
        positions.put(member, position(answers, member.target()));
      } else {
        unseen.put(member, why.get());
      }
      if (answers.locked().containsKey(member.target())) {
        locked.add(member);
      }
    }
    Map<Member, Position> made = new LinkedHashMap<>(positions);
    made.keySet().removeIf(member -> !member.isMade());
    Map<Member, Lost> lost = LostTargets.among(made);
    positions.keySet().removeAll(lost.keySet());
    return new Survey(positions, unseen, locked, lost);
  }

  private Position position(Answers<Position> answers, Target target) {
    Position found = answers.of().get(target);
    return found != null
        ? found
        : Position.of(Ground.NO_DATABASE, track, target.schema(), new History(List.of()));
  }

  /** Of a target whose history could not be read yet: everything is still to be done. */
  Position unread(Member member) {
    return Position.of(Ground.UNREAD, track, member.target().schema(), new History(List.of()));
  }

  Position of(Connection connection, Target target) throws SQLException {
    return Objects.requireNonNull(
        in(connection, List.of(target.schema())).get(target.schema()), target::toString);
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
    Outlines outlines = new Outlines(connection);
    Map<SchemaName, Position> positions = new HashMap<>();
    for (SchemaName schema : schemas) {
      Ground ground = Optional.ofNullable(grounds.get(schema)).orElse(Ground.NOTHING);
      positions.put(
          schema,
          ground == Ground.HISTORY
              ? position(connection, outlines, schema)
              : Position.of(ground, track, schema, new History(List.of())));
    }
    return positions;
  }

  /** Most stand where others do: a history is read as a whole only where it tells a new story. */
  private Position position(Connection connection, Outlines outlines, SchemaName schema)
      throws SQLException {
    String outline = outlines.of(schema);
    Position known = byOutline.get(outline);
    if (known != null) {
      return known;
    }
    History history =
        Objects.requireNonNull(Histories.read(connection, List.of(schema)).get(schema));
    Position position = Position.of(Ground.HISTORY, track, schema, history);
    // The text of what is repeatable has the schema's name in it, and so no other schema tells how
    // it stands. A problem is told with its row; and somebody may have written between the looks.
    if (track.repeatables().isEmpty()
        && position.problems().isEmpty()
        && outlines.of(schema).equals(outline)) {
      byOutline.put(outline, position);
    }
    return position;
  }

  private static Map<SchemaName, Ground> grounds(Connection connection, List<SchemaName> schemas)
      throws SQLException {
    String sql =
        """
        SELECT nspname,
               EXISTS (SELECT FROM pg_catalog.pg_class
                       WHERE relname = ? AND relnamespace = namespace.oid AND relkind = 'r')
        FROM pg_catalog.pg_namespace AS namespace
        WHERE nspname = ANY (?)
        """;
    Map<SchemaName, Ground> grounds = new HashMap<>();
    List<String> names = schemas.stream().map(SchemaName::value).toList();
    Query.of(connection, sql, Target.HISTORY_TABLE, names)
        .each(
            row ->
                grounds.put(
                    new SchemaName(row.getString(1)),
                    row.getBoolean(2) ? Ground.HISTORY : Ground.NO_HISTORY));
    return grounds;
  }
}
