package shareddb.tenants.fleet.survey;

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
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.TrackReading;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryOutlines;
import shareddb.migrate.history.HistoryReader;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.LostTarget;
import shareddb.tenants.fleet.targets.TargetPosition;
import shareddb.tenants.fleet.targets.TargetPosition.Ground;

/** Reads the positions of many targets: a query lists their schemas, then each history is read. */
public final class HistoryProbe {

  /** SQLSTATE for a missing table: a schema was dropped after the query that listed it. */
  private static final String GONE = "42P01";

  private static final int ATTEMPTS = 3;

  private final TrackReading track;
  private final Map<String, TargetPosition> byOutline = new ConcurrentHashMap<>();

  public HistoryProbe(TrackReading track) {
    this.track = track;
  }

  /** Reads the positions of these targets and keeps their order. */
  public FleetSurvey of(List<FleetTarget> members) throws SQLException {
    SurveyAnswers<TargetPosition> answers = ParallelProbe.ask(members, this::in);
    Map<FleetTarget, TargetPosition> positions = new LinkedHashMap<>();
    Map<FleetTarget, String> unseen = new LinkedHashMap<>();
    Set<FleetTarget> locked = new LinkedHashSet<>();
    for (FleetTarget member : members) {
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
    Map<FleetTarget, TargetPosition> made = new LinkedHashMap<>(positions);
    made.keySet().removeIf(member -> !member.isMade());
    Map<FleetTarget, LostTarget> lost = LostTargets.among(made);
    positions.keySet().removeAll(lost.keySet());
    return new FleetSurvey(positions, unseen, locked, lost);
  }

  private TargetPosition position(SurveyAnswers<TargetPosition> answers, Target target) {
    TargetPosition found = answers.of().get(target);
    return found != null
        ? found
        : TargetPosition.of(Ground.NO_DATABASE, track, target.schema(), new History(List.of()));
  }

  /** The position of a target whose history could not be read yet: all migrations are pending. */
  public TargetPosition unread(FleetTarget member) {
    return TargetPosition.of(
        Ground.UNREAD, track, member.target().schema(), new History(List.of()));
  }

  public TargetPosition of(Connection connection, Target target) throws SQLException {
    return Objects.requireNonNull(
        in(connection, List.of(target.schema())).get(target.schema()), target::toString);
  }

  private Map<SchemaName, TargetPosition> in(Connection connection, List<SchemaName> schemas)
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

  private Map<SchemaName, TargetPosition> look(Connection connection, List<SchemaName> schemas)
      throws SQLException {
    Map<SchemaName, Ground> grounds = grounds(connection, schemas);
    HistoryOutlines outlines = new HistoryOutlines(connection);
    Map<SchemaName, TargetPosition> positions = new HashMap<>();
    for (SchemaName schema : schemas) {
      Ground ground = Optional.ofNullable(grounds.get(schema)).orElse(Ground.NOTHING);
      positions.put(
          schema,
          ground == Ground.HISTORY
              ? position(connection, outlines, schema)
              : TargetPosition.of(ground, track, schema, new History(List.of())));
    }
    return positions;
  }

  /**
   * Most targets have the same history as others. The probe reads a short outline of each history,
   * and the whole history only if the outline is new.
   */
  private TargetPosition position(
      Connection connection, HistoryOutlines outlines, SchemaName schema) throws SQLException {
    String outline = outlines.of(schema);
    TargetPosition known = byOutline.get(outline);
    if (known != null) {
      return known;
    }
    History history =
        Objects.requireNonNull(HistoryReader.read(connection, List.of(schema)).get(schema));
    TargetPosition position = TargetPosition.of(Ground.HISTORY, track, schema, history);
    // The position is kept for other schemas only if it fits them. The text of a repeatable
    // migration contains the schema's name, a problem contains a row of this history, and another
    // session may have written a row between the two readings.
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
