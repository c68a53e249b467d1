package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.sql.SqlStatement;
import shareddb.track.Migration;
import shareddb.track.Track;
import shareddb.track.TrackReading;
import shareddb.track.UpScript;
import shareddb.track.Version;

/** What an upgrade would run. */
public final class UpgradePlan {

  private UpgradePlan() {}

  /** Up to the newest version, where none is wanted. */
  public static Plan<UpgradeResult> of(Track track, Target target, Optional<Version> wanted)
      throws SQLException {
    TrackReading reading = track.readAll();
    List<Migration> migrations = reading.migrations();
    Version newest = migrations.isEmpty() ? Version.NONE : migrations.getLast().version();
    Version upTo = wanted.orElse(newest);
    Optional<UpgradeResult> unknown = unknown(migrations, upTo);
    if (unknown.isPresent()) {
      return new Plan.Ended<>(unknown.get());
    }
    try (Connection connection = target.admin().connect()) {
      History history = History.read(connection, target);
      TrackState state = TrackState.of(reading, target, history);
      Optional<UpgradeResult> end = end(state, upTo);
      if (end.isPresent()) {
        return new Plan.Ended<>(end.get());
      }
      List<PlannedScript> scripts = new ArrayList<>(Preparation.of(connection, target));
      scripts.addAll(migrations(state, history, target, upTo));
      return new Plan.Scripts<>(
          state.current(), upTo, Plan.Transactions.EACH_ITS_OWN, List.copyOf(scripts));
    }
  }

  static Optional<UpgradeResult> unknown(List<Migration> migrations, Version upTo) {
    return migrations.stream().anyMatch(m -> m.version().equals(upTo))
        ? Optional.empty()
        : Optional.of(
            new UpgradeResult.UnknownVersion(
                upTo, migrations.stream().map(Migration::version).toList()));
  }

  /** Nothing where something is to be done. */
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
    return compared == 0 && state.repeatables().pending().isEmpty()
        ? Optional.of(new UpgradeResult.UpToDate(state.current()))
        : Optional.empty();
  }

  private static List<PlannedScript> migrations(
      TrackState state, History history, Target target, Version upTo) {
    List<PlannedScript> scripts = new ArrayList<>();
    state.unfinished().ifPresent(half -> scripts.add(rest(half, state, target)));
    int rank = history.newestRank();
    for (UpScript migration : state.due()) {
      if (migration.brings().map(version -> version.compareTo(upTo) <= 0).orElse(true)) {
        rank++;
        ScriptText text = ScriptText.of(migration.file());
        scripts.add(
            planned(
                migration,
                target,
                text.on(target),
                HistorySql.applied(target, rank, migration),
                text.inOneTransaction()));
      }
    }
    return scripts;
  }

  /** What is still to do of the one that was stopped half-way. */
  private static PlannedScript rest(Migration half, TrackState state, Target target) {
    HistoryRow row = state.row(half.version());
    List<SqlStatement> statements = ScriptText.of(half.file()).statementsOn(target);
    boolean same = row.sum().equals(Optional.of(half.checksum()));
    String sql =
        statements.stream()
            .skip(same ? row.statementsDone() : 0)
            .map(SqlStatement::source)
            .collect(Collectors.joining("\n", "", "\n"));
    return planned(half, target, sql, HistorySql.finished(target, row.rank()), false);
  }

  static PlannedScript planned(
      UpScript migration, Target target, String sql, String history, boolean inOneTransaction) {
    return new PlannedScript(
        migration.script(),
        migration.brings(),
        Optional.of(migration.file()),
        // As Flyway sets it.
        target.schema().quoted() + ", \"$user\", public",
        sql,
        history,
        inOneTransaction);
  }
}
