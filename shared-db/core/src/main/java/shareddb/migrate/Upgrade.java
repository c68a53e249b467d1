package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.api.output.MigrateResult;
import shareddb.track.Migration;
import shareddb.track.Track;
import shareddb.track.Version;

/** Applies what is pending. Flyway itself does it, each migration in a transaction of its own. */
public final class Upgrade {

  private Upgrade() {}

  /** Up to the newest version. */
  public static UpgradeResult run(Track track, Target target) throws SQLException {
    List<Migration> migrations = track.read();
    return run(track, target, migrations.isEmpty() ? Version.NONE : last(migrations));
  }

  /** Up to and with one version. */
  public static UpgradeResult run(Track track, Target target, Version upTo) throws SQLException {
    List<Migration> migrations = track.read();
    if (migrations.stream().noneMatch(m -> m.version().equals(upTo))) {
      return new UpgradeResult.UnknownVersion(
          upTo, migrations.stream().map(Migration::version).toList());
    }
    TrackState before;
    try (Connection connection = target.admin().connect()) {
      before = TrackState.of(migrations, History.read(connection, target));
      if (!before.problems().isEmpty()) {
        return new UpgradeResult.Refused(before.problems());
      }
      ApiRole.ensure(connection, target);
    }
    int compared = upTo.compareTo(before.current());
    if (compared < 0) {
      return new UpgradeResult.AlreadyBeyond(before.current(), upTo);
    }
    return compared == 0
        ? new UpgradeResult.UpToDate(before.current())
        : migrate(track, target, upTo, before);
  }

  private static UpgradeResult migrate(Track track, Target target, Version upTo, TrackState before)
      throws SQLException {
    try {
      return done(FlywayRun.on(track, target, upTo).migrate(), upTo, before);
    } catch (FlywayException e) {
      return failed(e, track, target, before);
    }
  }

  /** Somebody else may have applied all of it since we looked: then there is nothing to tell. */
  private static UpgradeResult done(MigrateResult result, Version upTo, TrackState before) {
    List<AppliedStep> steps = result.migrations.stream().map(Upgrade::step).toList();
    return steps.isEmpty()
        ? new UpgradeResult.UpToDate(upTo)
        : new UpgradeResult.Upgraded(before.current(), steps.getLast().version(), steps);
  }

  private static AppliedStep step(MigrateOutput output) {
    return new AppliedStep(
        Version.parse(output.version),
        output.description,
        output.filepath,
        Duration.ofMillis(output.executionTime));
  }

  private static UpgradeResult failed(
      FlywayException error, Track track, Target target, TrackState before) throws SQLException {
    TrackState after = Current.of(track, target);
    List<AppliedStep> steps =
        after.applied().values().stream()
            .filter(row -> row.success() && !before.applied().containsKey(row.version().get()))
            .map(
                row ->
                    new AppliedStep(
                        row.version().get(), row.description(), row.script(), row.executionTime()))
            .toList();
    Optional<Migration> culprit =
        after.migrations().stream()
            .filter(m -> !after.applied().containsKey(m.version()) || isHalfDone(after, m))
            .findFirst();
    return new UpgradeResult.Failed(
        after.current(),
        culprit,
        steps,
        sqlError(error).map(StatementError::of),
        String.valueOf(error.getMessage()).strip());
  }

  private static boolean isHalfDone(TrackState state, Migration migration) {
    HistoryRow row = state.applied().get(migration.version());
    return row != null && !row.success();
  }

  private static Optional<SQLException> sqlError(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }

  private static Version last(List<Migration> migrations) {
    return migrations.getLast().version();
  }
}
