package shareddb.schema.drift;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.postgres.server.ScratchDatabase;
import shareddb.schema.catalog.Catalog;

/**
 * Compares a schema with every version of its track. The versions are made one after the other in a
 * scratch database.
 */
public final class VersionSearch {

  private final Track track;
  private final Target target;
  private final Catalog found;

  /** The newest version that has everything in common with the schema. */
  private @Nullable Version same;

  private VersionMatch.@Nullable Nearest nearest;

  private VersionSearch(Track track, Target target, Catalog found) {
    this.track = track;
    this.target = target;
    this.found = found;
  }

  public static VersionMatch of(Track track, Target target) throws SQLException {
    Catalog found = Drift.catalog(target);
    return found.definitions().isEmpty()
        ? new VersionMatch.Empty()
        : new VersionSearch(track, target, found).search();
  }

  private VersionMatch search() throws SQLException {
    try (ScratchDatabase scratch = ScratchDatabase.on(target.admin())) {
      Target made = target.in(scratch.login());
      for (Migration migration : track.readAll().migrations()) {
        Version version = migration.version();
        UpgradeResult result =
            Upgrade.run(track, made, version, UnrecordedListener.leavingTheRole(made));
        if (!(result instanceof UpgradeResult.Upgraded)) {
          return new VersionMatch.NotApplicable(result);
        }
        compare(version, CatalogComparison.of(Drift.catalog(made), found));
      }
    }
    if (same != null) {
      return new VersionMatch.Is(same, found.definitions().size());
    }
    return Optional.<VersionMatch>ofNullable(nearest).orElseGet(VersionMatch.Empty::new);
  }

  private void compare(Version version, CatalogComparison comparison) {
    if (comparison.same()) {
      same = version;
    } else if (nearest == null
        || comparison.differences().size() <= nearest.comparison().differences().size()) {
      nearest = new VersionMatch.Nearest(version, comparison);
    }
  }
}
