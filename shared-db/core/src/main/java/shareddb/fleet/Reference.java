package shareddb.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.catalog.Catalog;
import shareddb.catalog.Fingerprint;
import shareddb.drift.Comparison;
import shareddb.drift.ScratchDatabase;
import shareddb.migrate.ApiRoles;
import shareddb.migrate.Target;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.track.Track;
import shareddb.track.Version;

/**
 * What a track makes of an empty schema, each version in a schema of its own in a database beside.
 * Whoever has its fingerprint is like it; the others are compared object by object, those that have
 * a fingerprint in common only once.
 */
final class Reference implements AutoCloseable {

  private record Like(Version version, Fingerprint fingerprint) {}

  private static final Comparison SAME = new Comparison(List.of(), List.of());

  private final Track track;
  private final Map<Version, Target> made = new HashMap<>();
  private final Map<Version, Fingerprint> fingerprints = new HashMap<>();
  private final Map<Like, Comparison> compared = new HashMap<>();
  private @Nullable ScratchDatabase scratch;

  Reference(Track track) {
    this.track = track;
  }

  Comparison compare(Member member, Version version, Fingerprint found) throws SQLException {
    if (found.equals(fingerprint(member, version))) {
      return SAME;
    }
    Like like = new Like(version, found);
    Comparison known = compared.get(like);
    if (known == null) {
      known = Comparison.of(wanted(version), catalog(member.target()));
      compared.put(like, known);
    }
    return known;
  }

  @Override
  public void close() throws SQLException {
    if (scratch != null) {
      scratch.close();
    }
  }

  /** The first member that claims a version lends its name. */
  private Fingerprint fingerprint(Member member, Version version) throws SQLException {
    Fingerprint known = fingerprints.get(version);
    if (known != null) {
      return known;
    }
    Fingerprint read = new Fingerprint(0, "0");
    if (!version.equals(Version.NONE)) {
      Target target = make(member, version);
      made.put(version, target);
      try (Connection connection = target.admin().connect()) {
        read =
            Objects.requireNonNull(
                Fingerprint.read(connection, List.of(target.schema())).get(target.schema()));
      }
    }
    fingerprints.put(version, read);
    return read;
  }

  private Target make(Member member, Version version) throws SQLException {
    ScratchDatabase open = scratch;
    if (open == null) {
      open = ScratchDatabase.on(member.target().admin());
      scratch = open;
    }
    Target target = new Target(open.login(), member.target().schema());
    try (Connection connection = target.admin().connect()) {
      ApiRoles.ensure(connection, List.of(target), Optional.empty());
    }
    UpgradeResult result = Upgrade.run(track, target, version, new RolesSeenTo());
    if (!(result instanceof UpgradeResult.Upgraded)) {
      throw new SQLException(
          track.label()
              + " cannot be applied to an empty schema, up to "
              + version
              + ": "
              + result);
    }
    return target;
  }

  private Catalog wanted(Version version) throws SQLException {
    Target target = made.get(version);
    return target == null ? Catalog.EMPTY : catalog(target);
  }

  private static Catalog catalog(Target target) throws SQLException {
    try (Connection connection = target.admin().connect()) {
      return Catalog.read(connection, target.schema());
    }
  }
}
