package shareddb.drift;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import shareddb.catalog.Catalog;
import shareddb.migrate.Current;
import shareddb.migrate.Target;
import shareddb.migrate.TrackState;
import shareddb.migrate.UnrecordedCaller;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.track.Repeatable;
import shareddb.track.Track;
import shareddb.track.Version;

/**
 * Compares a schema, object by object, with what its track makes of an empty one at the version
 * that its history claims.
 */
public final class Drift {

  private Drift() {}

  public static DriftResult of(Track track, Target target) throws SQLException {
    TrackState state = Current.of(track, target);
    if (!state.problems().isEmpty()) {
      return new DriftResult.Refused(state.problems());
    }
    return of(track, target, state.current(), state.repeatables().pending());
  }

  /** The same for another version than the one that the history claims. */
  public static DriftResult of(Track track, Target target, Version version) throws SQLException {
    return of(track, target, version, List.of());
  }

  private static DriftResult of(
      Track track, Target target, Version version, List<Repeatable> pending) throws SQLException {
    Catalog found = catalog(target);
    if (version.equals(Version.NONE)) {
      return compared(version, Catalog.EMPTY, found, pending);
    }
    try (ScratchDatabase scratch = ScratchDatabase.on(target.admin())) {
      Target made = target.in(scratch.login());
      UpgradeResult result =
          Upgrade.run(track, made, version, UnrecordedCaller.leavingTheRole(made));
      return result instanceof UpgradeResult.Upgraded
          ? compared(version, catalog(made), found, pending)
          : new DriftResult.NotApplicable(result);
    }
  }

  private static DriftResult compared(
      Version version, Catalog wanted, Catalog found, List<Repeatable> pending) {
    Comparison comparison = Comparison.of(wanted, found);
    return comparison.same()
        ? new DriftResult.Same(version, found.definitions().size(), comparison.reordered())
        : new DriftResult.Differs(version, comparison, pending);
  }

  private static Catalog catalog(Target target) throws SQLException {
    try (Connection connection = target.admin().connect()) {
      return Catalog.read(connection, target.schema());
    }
  }
}
