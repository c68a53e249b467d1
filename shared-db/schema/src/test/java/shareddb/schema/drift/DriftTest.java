package shareddb.schema.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.postgres.server.ServerDatabases;
import shareddb.schema.catalog.CatalogDifference;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

final class DriftTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final Version ONE = Version.parse("1");

  @TempDir private Path temporary;

  @Test
  void aSchemaThatIsWhatItsTrackMakesHasNone() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = target("same");
    Upgrade.run(track, target, ONE);

    assertThat(Drift.of(track, target))
        .isInstanceOfSatisfying(
            DriftResult.Same.class,
            same -> {
              assertThat(same.version()).as("what is pending is no drift").isEqualTo(ONE);
              assertThat(same.objects()).isGreaterThan(5);
            });
  }

  @Test
  void whatWasChangedByHandIsNamed() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = target("changed");
    Upgrade.run(track, target);
    run("ALTER TABLE changed.notes ADD COLUMN by_hand int; DROP TABLE IF EXISTS changed.nothing");

    assertThat(Drift.of(track, target))
        .isInstanceOfSatisfying(
            DriftResult.Differs.class,
            differs ->
                assertThat(differs.comparison().differences())
                    .singleElement()
                    .isInstanceOfSatisfying(
                        CatalogDifference.Unexpected.class,
                        unexpected ->
                            assertThat(unexpected.object()).hasToString("column notes.by_hand")));
  }

  @Test
  void anotherOrderOfColumnsIsToldApartFromDrift() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = target("reordered");
    Upgrade.run(track, target);
    run(
        """
        ALTER TABLE reordered.notes DROP COLUMN body;
        ALTER TABLE reordered.notes ADD COLUMN body text NOT NULL
        """);

    assertThat(Drift.of(track, target))
        .isInstanceOfSatisfying(
            DriftResult.Same.class, same -> assertThat(same.reordered()).containsExactly("notes"));
  }

  @Test
  void aColumnThatIsGoneMovesTheOthersAlongAndNoMore() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = target("shifted");
    Upgrade.run(track, target);
    run("ALTER TABLE shifted.notes DROP COLUMN body");

    assertThat(Drift.of(track, target))
        .isInstanceOfSatisfying(
            DriftResult.Differs.class,
            differs -> {
              assertThat(differs.comparison().reordered()).isEmpty();
              assertThat(differs.comparison().differences())
                  .extracting(difference -> difference.object().toString())
                  .containsExactlyElementsOf(
                      // Before PostgreSQL 18, NOT NULL is no constraint of its own.
                      major() < 18
                          ? List.of("column notes.body")
                          : List.of("column notes.body", "constraint notes.notes_body_not_null"));
            });
  }

  @Test
  void beforeTheFirstMigrationNothingMayBeThere() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    assertThat(Drift.of(track, target("untouched")))
        .isEqualTo(new DriftResult.Same(Version.NONE, 0, List.of()));
    run("CREATE SCHEMA by_hand; CREATE TABLE by_hand.notes ()");

    assertThat(Drift.of(track, target("by_hand"))).isInstanceOf(DriftResult.Differs.class);
  }

  @Test
  void noScratchDatabaseIsLeftBehind() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = target("swept");
    Upgrade.run(track, target);
    DatabaseName abandoned = new DatabaseName("workshop_scratch_1000000000_0123456789ab");
    ServerDatabases.create(db.admin(), abandoned);

    // Other tests have theirs on the same server: what this one makes has an owner of its own.
    run("CREATE ROLE sweeper LOGIN SUPERUSER PASSWORD 'sweeper'");
    Login sweeper = db.admin().as("sweeper", new Secret("sweeper"));
    Drift.of(track, new Target(sweeper, target.schema()));

    assertThat(ServerDatabases.exists(db.admin(), abandoned))
        .as("one whose maker was killed")
        .isFalse();
    assertThat(
            count(
                "SELECT count(*) FROM pg_database WHERE datname ~ '^workshop_scratch_'"
                    + " AND datdba = 'sweeper'::regrole"))
        .isZero();
  }

  private static Target target(String schema) {
    return new Target(db.admin(), new SchemaName(schema));
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(String sql) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static int major() {
    try (Connection connection = db.connect()) {
      return connection.getMetaData().getDatabaseMajorVersion();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
