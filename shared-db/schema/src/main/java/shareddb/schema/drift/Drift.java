package shareddb.schema.drift;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.postgres.server.ScratchDatabase;
import shareddb.schema.catalog.Catalog;

/**
 * Compares a schema, object by object, with a scratch database to which its track was applied up to
 * the version in the schema's history.
 */
public final class Drift {

  private Drift() {}

  public static DriftResult of(Track track, Target target) throws SQLException {
    TrackState state = CurrentState.of(track, target);
    if (!state.problems().isEmpty()) {
      return new DriftResult.Refused(state.problems());
    }
    return of(track, target, state.current(), state.repeatables().pending());
  }

  /** Compares with another version than the one in the history. */
  public static DriftResult of(Track track, Target target, Version version) throws SQLException {
    return of(track, target, version, List.of());
  }

  private static DriftResult of(
      Track track, Target target, Version version, List<RepeatableMigration> pending)
      throws SQLException {
    Catalog found = catalog(target);
    if (version.equals(Version.NONE)) {
      return compared(version, Catalog.EMPTY, found, pending);
    }
    try (ScratchDatabase scratch = ScratchDatabase.on(target.admin())) {
      Target made = target.in(scratch.login());
      UpgradeResult result =
          Upgrade.run(track, made, version, UnrecordedListener.leavingTheRole(made));
      return result instanceof UpgradeResult.Upgraded
          ? compared(version, catalog(made), found, pending)
          : new DriftResult.NotApplicable(result);
    }
  }

  private static DriftResult compared(
      Version version, Catalog wanted, Catalog found, List<RepeatableMigration> pending) {
    CatalogComparison comparison = CatalogComparison.of(wanted, found);
    return comparison.same()
        ? new DriftResult.Same(version, found.definitions().size(), comparison.reordered())
        : new DriftResult.Differs(version, comparison, pending);
  }

  static Catalog catalog(Target target) throws SQLException {
    try (Connection connection = target.admin().reading().connect()) {
      return Catalog.read(connection, target.schema());
    }
  }
}
