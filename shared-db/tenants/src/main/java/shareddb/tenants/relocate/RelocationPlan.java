package shareddb.tenants.relocate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import shareddb.base.jdbc.Query;
import shareddb.tenants.relocate.copy.TableTransfer;
import shareddb.tenants.relocate.copy.TableTransfers;
import shareddb.tenants.relocate.copy.Unplaced;
import shareddb.tenants.relocate.place.MappedColumn;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.RelocationSessions;
import shareddb.tenants.relocate.registry.ArrivalResult;

/**
 * What a relocation would do, found out before anything is made.
 *
 * @param obstacles why the tenant cannot leave, and which tables and columns have no place at the
 *     destination; if there is any, nothing is relocated
 */
public record RelocationPlan(
    RelocationPlace from, RelocationPlace to, List<TableLoad> loads, List<String> obstacles) {

  /** Counts the rows and bytes to relocate; it reads every row. */
  private interface Weighing {
    List<TableLoad> of(Connection source, List<TableTransfer> transfers) throws SQLException;
  }

  public static RelocationPlan of(RelocationPlace from, RelocationPlace to) throws SQLException {
    RelocationPlan plan = of(from, to, RelocationPlan::loads);
    return plan.obstacles().isEmpty() ? plan.ifItCanCome() : plan;
  }

  private RelocationPlan ifItCanCome() throws SQLException {
    return switch (to.look(from)) {
      case ArrivalResult.Ready() -> this;
      case ArrivalResult.Refused(List<String> problems) -> refused(problems);
      case ArrivalResult.Kept() ->
          refused(
              List.of("it was " + to.label() + " before, and what it left there is still kept"));
      case ArrivalResult.Postponed(String why) -> refused(List.of(why));
    };
  }

  private RelocationPlan refused(List<String> why) {
    return new RelocationPlan(from, to, List.of(), why);
  }

  /** The obstacles alone, for a caller that does not need the number of rows. */
  static List<String> obstacles(RelocationPlace from, RelocationPlace to) throws SQLException {
    return of(from, to, (source, transfers) -> List.of()).obstacles();
  }

  private static RelocationPlan of(RelocationPlace from, RelocationPlace to, Weighing weighing)
      throws SQLException {
    List<String> problems = DepartureCheck.problems(from, to);
    return problems.isEmpty()
        ? ofAllTables(from, to, weighing)
        : new RelocationPlan(from, to, List.of(), List.copyOf(problems));
  }

  private static RelocationPlan ofAllTables(
      RelocationPlace from, RelocationPlace to, Weighing weighing) throws SQLException {
    try (Connection source = RelocationSessions.connect(from.target().admin())) {
      source.setAutoCommit(false);
      try {
        SortedMap<String, List<MappedColumn>> there = to.columns(source);
        List<TableTransfer> transfers = TableTransfers.of(source, from, to, there);
        List<String> unplaced = new Unplaced(source, from, to, there).find(transfers);
        return new RelocationPlan(
            from, to, unplaced.isEmpty() ? weighing.of(source, transfers) : List.of(), unplaced);
      } finally {
        source.rollback();
      }
    }
  }

  public long rows() {
    return loads.stream().mapToLong(TableLoad::rows).sum();
  }

  public long bytes() {
    return loads.stream().mapToLong(TableLoad::bytes).sum();
  }

  private static List<TableLoad> loads(Connection source, List<TableTransfer> transfers)
      throws SQLException {
    List<TableLoad> loads = new ArrayList<>();
    for (TableTransfer transfer : transfers) {
      String sql =
          "SELECT count(*), coalesce(sum(pg_catalog.pg_column_size(given.*)), 0) FROM ("
              + transfer.rows()
              + ") AS given";
      loads.add(
          Query.of(source, sql)
              .one(row -> new TableLoad(transfer.table(), row.getLong(1), row.getLong(2))));
    }
    return List.copyOf(loads);
  }
}
