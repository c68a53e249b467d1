package shareddb.cli.command.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shareddb.base.settings.Login;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.cli.output.CountText;
import shareddb.cli.result.LostRowsText;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.OperationRecorder;
import shareddb.migrate.snapshot.DowngradeLoss;
import shareddb.migrate.snapshot.LostRows;
import shareddb.tenants.fleet.FleetPlan;
import shareddb.tenants.fleet.targets.FleetTarget;

/**
 * The rows that a downgrade of tenants would lose. Of the tenants in the same state, one is
 * rehearsed; in the others the same tables and columns are counted.
 *
 * @param lost each tenant with rows that would be lost
 * @param unknown the tenants whose undo scripts cannot be rehearsed
 */
record FleetDowngradeLoss(Map<FleetTarget, List<LostRows>> lost, List<FleetTarget> unknown) {

  static FleetDowngradeLoss of(Track track, FleetPlan.Ways ways, Version downTo, Duration patience)
      throws SQLException {
    FleetDowngradeLoss loss = new FleetDowngradeLoss(new LinkedHashMap<>(), new ArrayList<>());
    DowngradeTo to = new DowngradeTo.TheVersion(downTo);
    for (FleetPlan.Way way : ways.ways()) {
      loss.add(track, way.members(), to, new Rehearsing(patience));
    }
    return loss;
  }

  /** Keeps a rehearsal out of the journal. */
  private record Rehearsing(Duration patience) implements OperationListener {
    @Override
    public OperationRecorder recorder() {
      return OperationRecorder.UNRECORDED;
    }
  }

  boolean isEmpty() {
    return lost.isEmpty() && unknown.isEmpty();
  }

  /** Returns whether it is certain that rows would be lost. */
  boolean isKnown() {
    return !lost.isEmpty();
  }

  /** Returns the tenants that lose rows, or may lose rows. */
  List<FleetTarget> members() {
    List<FleetTarget> members = new ArrayList<>(lost.keySet());
    members.addAll(unknown);
    return members;
  }

  String lines() {
    Map<LostRows, List<Long>> rows = new LinkedHashMap<>();
    lost.values()
        .forEach(
            all ->
                all.forEach(
                    one ->
                        rows.computeIfAbsent(one.with(0), o -> new ArrayList<>()).add(one.rows())));
    return rows.entrySet().stream()
            .map(e -> "\n  " + line(e.getKey(), e.getValue()))
            .collect(Collectors.joining())
        + (unknown.isEmpty()
            ? ""
            : "\n  it is not known what would be lost in %s: an undo script cannot be tried there"
                .formatted(CountText.of(unknown.size(), "tenant")));
  }

  private static String line(LostRows what, List<Long> rows) {
    long sum = rows.stream().mapToLong(Long::longValue).sum();
    return LostRowsText.line(what.with(sum)) + " of " + CountText.of(rows.size(), "tenant");
  }

  private void add(Track track, List<FleetTarget> alike, DowngradeTo to, OperationListener caller)
      throws SQLException {
    FleetTarget first = alike.getFirst();
    DowngradeLoss loss = DowngradeLoss.of(track, first.target(), to, caller);
    if (!(loss instanceof DowngradeLoss.Found found)) {
      unknown.addAll(alike);
      return;
    }
    add(first, found.lost());
    List<FleetTarget> others = alike.subList(1, alike.size());
    if (found.lost().stream().anyMatch(LostRows.Deleted.class::isInstance)) {
      // The undo script alone determines which rows it deletes, so each tenant is rehearsed.
      for (FleetTarget other : others) {
        add(track, List.of(other), to, caller);
      }
    } else if (!found.lost().isEmpty()) {
      count(others, found.lost());
    }
  }

  private void count(List<FleetTarget> members, List<LostRows> what) throws SQLException {
    Map<Login, List<FleetTarget>> databases =
        members.stream().collect(Collectors.groupingBy(member -> member.target().admin()));
    for (Map.Entry<Login, List<FleetTarget>> database : databases.entrySet()) {
      try (Connection connection = database.getKey().connect()) {
        for (FleetTarget member : database.getValue()) {
          add(member, DowngradeLoss.of(connection, member.target(), what));
        }
      }
    }
  }

  private void add(FleetTarget member, List<LostRows> all) {
    List<LostRows> rows = all.stream().filter(one -> one.rows() > 0).toList();
    if (!rows.isEmpty()) {
      lost.put(member, rows);
    }
  }
}
