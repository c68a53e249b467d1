package shareddb.tenants.fleet.survey;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.script.NewSchema;
import shareddb.postgres.server.ScratchDatabase;
import shareddb.schema.catalog.Catalog;
import shareddb.schema.catalog.Fingerprint;
import shareddb.schema.drift.CatalogComparison;
import shareddb.tenants.fleet.targets.FleetTarget;

/**
 * The fingerprints that a track gives to an empty schema, one for each version that is asked for. A
 * schema with the same fingerprint has no drift. Other schemas are compared object by object, once
 * for each fingerprint.
 */
final class ReferenceFingerprints {

  private record Made(Fingerprint fingerprint, Catalog catalog) {

    static Made of(Connection connection, SchemaName schema) throws SQLException {
      return new Made(
          Objects.requireNonNull(Fingerprint.read(connection, List.of(schema)).get(schema)),
          Catalog.read(connection, schema));
    }
  }

  private record Like(Version version, Fingerprint fingerprint) {}

  private static final CatalogComparison SAME = new CatalogComparison(List.of(), List.of());

  private final Track track;
  private final TrackReading reading;
  private final Map<Version, Made> made = new HashMap<>();
  private final Map<Like, CatalogComparison> compared = new HashMap<>();

  ReferenceFingerprints(Track track, TrackReading reading) {
    this.track = track;
    this.reading = reading;
  }

  CatalogComparison compare(FleetTarget member, Version version, Fingerprint found)
      throws SQLException {
    Made wanted = made.get(version);
    if (wanted == null) {
      wanted = make(member.target(), version);
      made.put(version, wanted);
    }
    if (found.equals(wanted.fingerprint())) {
      return SAME;
    }
    Like like = new Like(version, found);
    CatalogComparison known = compared.get(like);
    if (known == null) {
      known = CatalogComparison.of(wanted.catalog(), catalog(member.target()));
      compared.put(like, known);
    }
    return known;
  }

  private Made make(Target beside, Version version) throws SQLException {
    List<UpgradeScript> scripts = reading.upTo(version).scripts();
    return NewSchema.isPossible(scripts) ? inBetween(beside, scripts) : apart(beside, version);
  }

  /**
   * Makes the reference schema in the target's database, in a transaction that is rolled back. A
   * scratch database would be slower: before Postgres drops a database, it writes all changed pages
   * of the whole server to the disk.
   */
  private static Made inBetween(Target beside, List<UpgradeScript> scripts) throws SQLException {
    SchemaName name = new SchemaName("workshop_reference_" + UUID.randomUUID());
    Target target = new Target(beside.admin(), name);
    try (Connection connection =
        beside.admin().withSession("client_min_messages=error").connect()) {
      connection.setAutoCommit(false);
      try {
        NewSchema.make(connection, target, scripts);
        return Made.of(connection, name);
      } finally {
        connection.rollback();
      }
    }
  }

  /**
   * Makes the reference schema in a scratch database, because a script such as VACUUM cannot be
   * rolled back.
   */
  private Made apart(Target like, Version version) throws SQLException {
    try (ScratchDatabase scratch = ScratchDatabase.on(like.admin())) {
      Target target = like.in(scratch.login());
      UpgradeResult result =
          Upgrade.run(track, target, version, UnrecordedListener.leavingTheRole(target));
      if (!(result instanceof UpgradeResult.Upgraded)) {
        throw new SQLException("the track cannot be applied to an empty schema: " + result);
      }
      try (Connection connection = scratch.login().connect()) {
        return Made.of(connection, target.schema());
      }
    }
  }

  private static Catalog catalog(Target target) throws SQLException {
    try (Connection connection = target.admin().reading().connect()) {
      return Catalog.read(connection, target.schema());
    }
  }
}
