package shareddb.schema.drift;

import java.sql.SQLException;
import java.util.List;
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
 * Compares schemas with every version of their track. The versions are made one after the other in
 * a scratch database.
 */
public final class VersionSearch {

  /** One schema, and what the comparison with the versions so far has shown. */
  private static final class Candidate {

    private final Catalog found;

    /** The newest version that has everything in common with the schema. */
    private @Nullable Version same;

    private VersionMatch.@Nullable Nearest nearest;

    Candidate(Catalog found) {
      this.found = found;
    }

    void compare(Version version, Catalog made) {
      CatalogComparison comparison = CatalogComparison.of(made, found);
      if (comparison.same()) {
        same = version;
      } else if (nearest == null
          || comparison.differences().size() <= nearest.comparison().differences().size()) {
        nearest = new VersionMatch.Nearest(version, comparison);
      }
    }

    VersionMatch match() {
      if (same != null) {
        return new VersionMatch.Is(same, found.definitions().size());
      }
      return found.definitions().isEmpty()
          ? new VersionMatch.Empty()
          : Optional.<VersionMatch>ofNullable(nearest).orElseGet(VersionMatch.Empty::new);
    }
  }

  private VersionSearch() {}

  public static VersionMatch of(Track track, Target target) throws SQLException {
    Catalog found = Drift.catalog(target);
    return found.definitions().isEmpty()
        ? new VersionMatch.Empty()
        : of(track, target, List.of(found)).getFirst();
  }

  /**
   * Compares several schemas, and makes each version once for all of them.
   *
   * @param like one of the targets: the versions are made on its server, for its role
   */
  public static List<VersionMatch> of(Track track, Target like, List<Catalog> schemas)
      throws SQLException {
    List<Candidate> candidates = schemas.stream().map(Candidate::new).toList();
    try (ScratchDatabase scratch = ScratchDatabase.on(like.admin())) {
      Target made = like.in(scratch.login());
      for (Migration migration : track.readAll().migrations()) {
        Version version = migration.version();
        UpgradeResult result =
            Upgrade.run(track, made, version, UnrecordedListener.leavingTheRole(made));
        if (!(result instanceof UpgradeResult.Upgraded)) {
          VersionMatch none = new VersionMatch.NotApplicable(result);
          return candidates.stream().map(candidate -> none).toList();
        }
        Catalog catalog = Drift.catalog(made);
        candidates.forEach(candidate -> candidate.compare(version, catalog));
      }
    }
    return candidates.stream().map(Candidate::match).toList();
  }
}
