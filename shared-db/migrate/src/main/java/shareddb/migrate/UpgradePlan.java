package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shareddb.base.sql.SqlStatement;
import shareddb.base.track.Migration;
import shareddb.base.track.ScriptCheck;
import shareddb.base.track.ScriptText;
import shareddb.base.track.Target;
import shareddb.base.track.TrackReading;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.HistoryRowSql;
import shareddb.migrate.history.HistorySql;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.phase.ContractGate;
import shareddb.migrate.phase.WaitingContract;
import shareddb.migrate.script.Plan;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.Planner;
import shareddb.migrate.script.TargetPreparation;

/** The plan of an upgrade. */
public final class UpgradePlan {

  private UpgradePlan() {}

  /**
   * The plan up to the wanted version, or to the newest one.
   *
   * @param withRole whether the upgrade also creates or repairs the role of the API
   */
  public static Planner<UpgradeResult> of(
      TrackReading track, Target target, Optional<Version> wanted, boolean withRole) {
    List<Migration> migrations = track.migrations();
    Version newest = migrations.isEmpty() ? Version.NONE : migrations.getLast().version();
    Version upTo = wanted.orElse(newest);
    Optional<UpgradeResult> unknown = unknown(migrations, upTo);
    return connection ->
        unknown.isPresent()
            ? new Plan.Ended<>(unknown.get())
            : of(connection, track, target, upTo, withRole);
  }

  private static Plan<UpgradeResult> of(
      Connection connection, TrackReading track, Target target, Version upTo, boolean withRole)
      throws SQLException {
    History history = History.read(connection, target);
    TrackState state = TrackState.of(track, target, history);
    Optional<UpgradeResult> end =
        ObjectsWithoutHistory.in(connection, target, history).or(() -> end(state, upTo));
    if (end.isPresent()) {
      return new Plan.Ended<>(end.get());
    }
    List<PlannedScript> scripts = TargetPreparation.of(connection, target, withRole);
    Optional<WaitingContract> waiting = waiting(connection, state, target, upTo);
    List<UpgradeScript> due = before(waiting, due(state, upTo).toList());
    if (waiting.isPresent() && due.isEmpty()) {
      return new Plan.Ended<>(
          new UpgradeResult.ContractWaits(state.current(), waiting.get(), List.of()));
    }
    scripts.addAll(migrations(state, history, target, due));
    return new Plan.Scripts<>(
        state.current(), upTo, Plan.Transactions.EACH_ITS_OWN, List.copyOf(scripts));
  }

  private static Optional<WaitingContract> waiting(
      Connection connection, TrackState state, Target target, Version upTo) throws SQLException {
    List<Migration> contracts = state.pending(upTo).stream().filter(Migration::isContract).toList();
    return ContractGate.first(connection, target, state, contracts);
  }

  /** The scripts before the waiting contract. */
  private static List<UpgradeScript> before(
      Optional<WaitingContract> waiting, List<UpgradeScript> due) {
    return waiting
        .map(w -> due.stream().takeWhile(script -> !script.equals(w.contract())).toList())
        .orElse(due);
  }

  static Optional<UpgradeResult> unknown(List<Migration> migrations, Version upTo) {
    return migrations.stream().anyMatch(m -> m.version().equals(upTo))
        ? Optional.empty()
        : Optional.of(
            new UpgradeResult.UnknownVersion(
                upTo, migrations.stream().map(Migration::version).toList()));
  }

  /** The result without running a script. Empty if there are scripts to run. */
  static Optional<UpgradeResult> end(TrackState state, Version upTo) {
    if (!state.obstacles().isEmpty()) {
      return Optional.of(new UpgradeResult.Refused(state.obstacles()));
    }
    if (state.unfinished().isPresent()) {
      return Optional.empty();
    }
    int compared = upTo.compareTo(state.current());
    if (compared < 0) {
      return Optional.of(new UpgradeResult.AlreadyBeyond(state.current(), upTo));
    }
    if (compared == 0 && state.repeatables().pending().isEmpty()) {
      return Optional.of(new UpgradeResult.UpToDate(state.current()));
    }
    ScriptCheck.require(due(state, upTo).map(UpgradeScript::file));
    return Optional.empty();
  }

  private static List<PlannedScript> migrations(
      TrackState state, History history, Target target, List<UpgradeScript> due) {
    List<PlannedScript> scripts = new ArrayList<>();
    state.unfinished().ifPresent(half -> scripts.add(rest(half, state, target)));
    int rank = history.newestRank();
    for (UpgradeScript migration : due) {
      rank++;
      ScriptText text = ScriptText.of(migration.file());
      scripts.add(
          PlannedScript.applying(
              migration,
              target,
              text.on(target),
              HistorySql.applied(target, rank, migration),
              text.inOneTransaction()));
    }
    return scripts;
  }

  private static Stream<UpgradeScript> due(TrackState state, Version upTo) {
    return Stream.<UpgradeScript>concat(
        state.pending(upTo).stream(), state.repeatables().pending().stream());
  }

  /** The remaining statements of the migration that stopped half-way. */
  private static PlannedScript rest(Migration half, TrackState state, Target target) {
    HistoryRow row = state.row(half.version());
    List<SqlStatement> statements = ScriptText.of(half.file()).statementsOn(target);
    boolean same = row.sum().equals(Optional.of(half.checksum()));
    String sql =
        statements.stream()
            .skip(same ? row.statementsDone() : 0)
            .map(SqlStatement::source)
            .collect(Collectors.joining("\n", "", "\n"));
    OptionalInt checksum = OptionalInt.of(half.checksum());
    HistoryRowSql written = HistorySql.finished(target, row.rank(), checksum);
    return PlannedScript.applying(half, target, sql, written, false);
  }

  /** The first of these migrations, as many as Flyway may run together. */
  static List<Migration> together(List<Migration> pending) {
    List<Migration> together = new ArrayList<>();
    for (Migration migration : pending) {
      boolean isBarrier = migration.isContract() && !together.isEmpty();
      if (isBarrier || !ScriptText.of(migration.file()).inOneTransaction()) {
        break;
      }
      together.add(migration);
    }
    return together;
  }

  /** The first script up to this version that the upgrade did not apply, or only in part. */
  static Optional<UpgradeScript> firstMissing(TrackState after, Version upTo) {
    Stream<Migration> versioned =
        Stream.concat(after.bases().stream(), after.migrations().stream())
            .filter(m -> m.version().compareTo(upTo) <= 0)
            .filter(m -> m.version().compareTo(after.baseline()) > 0)
            .filter(m -> !after.applied().containsKey(m.version()) || isHalfDone(after, m));
    return Stream.<UpgradeScript>concat(versioned, after.repeatables().pending().stream())
        .findFirst();
  }

  private static boolean isHalfDone(TrackState state, Migration migration) {
    HistoryRow row = state.applied().get(migration.version());
    return row != null && !row.success();
  }
}
