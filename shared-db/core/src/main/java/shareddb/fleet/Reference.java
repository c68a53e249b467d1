package shareddb.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import shareddb.catalog.Catalog;
import shareddb.catalog.Fingerprint;
import shareddb.drift.Comparison;
import shareddb.migrate.MadeAnew;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.track.Migration;
import shareddb.track.Version;

/**
 * What a track makes of an empty schema at each version that is asked for. Whoever has its
 * fingerprint is like it; the others are compared object by object, those that have a fingerprint
 * in common only once.
 */
final class Reference {

  private record Made(Fingerprint fingerprint, Catalog catalog) {}

  private record Like(Version version, Fingerprint fingerprint) {}

  private static final Comparison SAME = new Comparison(List.of(), List.of());

  private final List<Migration> migrations;
  private final Map<Version, Made> made = new HashMap<>();
  private final Map<Like, Comparison> compared = new HashMap<>();

  Reference(List<Migration> migrations) {
    this.migrations = migrations;
  }

  Comparison compare(Member member, Version version, Fingerprint found) throws SQLException {
    Made wanted = made.get(version);
    if (wanted == null) {
      wanted = make(member.target(), version);
      made.put(version, wanted);
    }
    if (found.equals(wanted.fingerprint())) {
      return SAME;
    }
    Like like = new Like(version, found);
    Comparison known = compared.get(like);
    if (known == null) {
      known = Comparison.of(wanted.catalog(), catalog(member.target()));
      compared.put(like, known);
    }
    return known;
  }

  /**
   * Beside the target, in a transaction that is taken back: to drop a database of its own, Postgres
   * would first write to the disk all that is new in the others.
   */
  private Made make(Target beside, Version version) throws SQLException {
    SchemaName name = new SchemaName("workshop_reference_" + UUID.randomUUID());
    Target target = new Target(beside.admin(), name);
    try (Connection connection =
        beside.admin().withSession("lock_timeout=5s", "client_min_messages=error").connect()) {
      connection.setAutoCommit(false);
      try {
        MadeAnew.in(connection, target, upTo(version));
        return new Made(
            Objects.requireNonNull(Fingerprint.read(connection, List.of(name)).get(name)),
            Catalog.read(connection, name));
      } finally {
        connection.rollback();
      }
    }
  }

  private List<Migration> upTo(Version version) {
    return migrations.stream().filter(m -> m.version().compareTo(version) <= 0).toList();
  }

  private static Catalog catalog(Target target) throws SQLException {
    try (Connection connection = target.admin().connect()) {
      return Catalog.read(connection, target.schema());
    }
  }
}
