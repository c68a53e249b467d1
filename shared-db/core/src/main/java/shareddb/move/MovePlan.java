package shareddb.move;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import shareddb.jdbc.Query;
import shareddb.tenants.Arrival;

/**
 * What a move would do. All of it is found out before anything is made.
 *
 * @param obstacles why it cannot be left, and what has no place at the destination: where there is
 *     any, nothing moves
 */
public record MovePlan(Place from, Place to, List<Load> loads, List<String> obstacles) {

  /** How much there is to move: every row is looked at. */
  private interface Weighing {
    List<Load> of(Connection source, List<Shipment> shipments) throws SQLException;
  }

  public static MovePlan of(Place from, Place to) throws SQLException {
    MovePlan plan = of(from, to, MovePlan::loads);
    return plan.obstacles().isEmpty() ? plan.ifItCanCome() : plan;
  }

  private MovePlan ifItCanCome() throws SQLException {
    return switch (to.look(from)) {
      case Arrival.Ready() -> this;
      case Arrival.Refused(List<String> problems) -> refused(problems);
      case Arrival.Kept() ->
          refused(
              List.of("it was " + to.label() + " before, and what it left there is still kept"));
      case Arrival.Postponed(String why) -> refused(List.of(why));
    };
  }

  private MovePlan refused(List<String> why) {
    return new MovePlan(from, to, List.of(), why);
  }

  /** Why nothing can move, for whoever need not know how much it would be. */
  static List<String> obstacles(Place from, Place to) throws SQLException {
    return of(from, to, (source, shipments) -> List.of()).obstacles();
  }

  private static MovePlan of(Place from, Place to, Weighing weighing) throws SQLException {
    List<String> problems = Departure.problems(from, to);
    return problems.isEmpty()
        ? ofAllTables(from, to, weighing)
        : new MovePlan(from, to, List.of(), List.copyOf(problems));
  }

  private static MovePlan ofAllTables(Place from, Place to, Weighing weighing) throws SQLException {
    try (Connection source = Lanes.connect(from.target().admin())) {
      source.setAutoCommit(false);
      try {
        SortedMap<String, List<Column>> there = to.columns(source);
        List<Shipment> shipments = Shipments.of(source, from, to, there);
        List<String> unplaced = new Unplaced(source, from, to, there).find(shipments);
        return new MovePlan(
            from, to, unplaced.isEmpty() ? weighing.of(source, shipments) : List.of(), unplaced);
      } finally {
        source.rollback();
      }
    }
  }

  public long rows() {
    return loads.stream().mapToLong(Load::rows).sum();
  }

  public long bytes() {
    return loads.stream().mapToLong(Load::bytes).sum();
  }

  private static List<Load> loads(Connection source, List<Shipment> shipments) throws SQLException {
    List<Load> loads = new ArrayList<>();
    for (Shipment shipment : shipments) {
      String sql =
          "SELECT count(*), coalesce(sum(pg_catalog.pg_column_size(given.*)), 0) FROM ("
              + shipment.rows()
              + ") AS given";
      loads.add(
          Query.of(source, sql)
              .one(row -> new Load(shipment.table(), row.getLong(1), row.getLong(2))));
    }
    return List.copyOf(loads);
  }
}
