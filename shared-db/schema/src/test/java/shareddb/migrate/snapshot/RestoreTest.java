package shareddb.migrate.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.History;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.schema.catalog.Catalog;
import shareddb.testing.Sql;

final class RestoreTest extends SnapshotCase {

  private static final Version ONE = Version.parse("1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev",
        "tenant-1",
        "Ä \"ö\"",
        "sel;ect'--",
        "..",
        "a/b",
        "$1 \\ ${x} %s",
        "Dev",
        "snapshots"
      })
  void rowsHistoryAndSequencesComeBackInSchemasOfAnyName(String name)
      throws SQLException, IOException {
    Target target = upgraded(name);
    insert(target, "first");
    insert(target, "second");
    String history = History.of(target).rows().toString();
    Snapshot snapshot = taken(target);
    assertThat(snapshot.folder().normalize()).startsWith(temporary.resolve("localdev/snapshots"));
    assertThat(Files.getPosixFilePermissions(temporary.resolve("localdev/snapshots")))
        .containsOnly(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);
    Reset.run(store, folder.track(), target, RowsProgress.SILENT, UnrecordedListener.SILENT);
    insert(target, "in between");

    assertThat(restore(target, snapshot))
        .isInstanceOfSatisfying(
            RestoreResult.Restored.class,
            restored -> {
              assertThat(restored.before()).isEqualTo(Version.parse("2"));
              assertThat(restored.wayBack().orElseThrow().manifest().rows()).isEqualTo(1);
            });

    insert(target, "third");
    assertThat(rows(target)).isEqualTo("1 first, 2 second, 3 third");
    assertThat(History.of(target).rows()).hasToString(history);
  }

  @Test
  void anOlderVersionIsGoneThroughAndUpgradedAfterwards() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("older"));
    Upgrade.run(folder.track(), target, ONE);
    insert(target, "old");
    Snapshot snapshot = taken(target);
    Upgrade.run(folder.track(), target);

    assertThat(restore(target, snapshot)).isInstanceOf(RestoreResult.Restored.class);

    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(ONE);
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(Sql.text(db.admin(), "SELECT author FROM older.notes")).isEqualTo("me; $1");
  }

  @Test
  void everyKindOfTableAndValueComesBackAsItWas() throws SQLException, IOException {
    folder.up("3__kinds", script("kinds.sql"));
    Target target = upgraded("kinds");
    Sql.run(db.admin(), script("rows.sql"));
    String checksum = script("checksum.sql");
    String before = Sql.text(db.admin(), checksum);
    Catalog catalog = catalog(target);
    Snapshot snapshot = taken(target);
    Reset.run(store, folder.track(), target, RowsProgress.SILENT, UnrecordedListener.SILENT);
    assertThat(Sql.text(db.admin(), checksum)).isNotEqualTo(before);

    assertThat(restore(target, snapshot)).isInstanceOf(RestoreResult.Restored.class);

    assertThat(Sql.text(db.admin(), checksum)).isEqualTo(before);
    assertThat(catalog(target)).isEqualTo(catalog);
    assertThat(Sql.text(db.admin(), "SELECT nextval('kinds.\"The \"\"count\"\"\"')"))
        .isEqualTo("1007");
    assertThat(Sql.text(db.admin(), "SELECT tgenabled FROM pg_trigger WHERE tgname = 'always'"))
        .isEqualTo("A");
    assertThat(Sql.text(db.admin(), "SELECT kinds.touched() || count(*) FROM kinds.parts_old"))
        .isEqualTo("kinds2");
  }

  @Test
  void rowsThatMigrationsWriteAreNotThereTwiceNorComeBackOnceDeleted() throws SQLException {
    folder.up(
        "3__written",
        "CREATE TABLE \"${flyway:defaultSchema}\".counter (last int PRIMARY KEY);"
            + "INSERT INTO \"${flyway:defaultSchema}\".counter VALUES (0);"
            + "INSERT INTO \"${flyway:defaultSchema}\".notes (body) VALUES ('written')");
    Target target = upgraded("written");
    Sql.run(db.admin(), "UPDATE written.counter SET last = 7; DELETE FROM written.notes");
    Snapshot snapshot = taken(target);
    Reset.run(store, folder.track(), target, RowsProgress.SILENT, UnrecordedListener.SILENT);
    assertThat(rows(target)).isEqualTo("1 written");

    assertThat(restore(target, snapshot)).isInstanceOf(RestoreResult.Restored.class);

    assertThat(Sql.text(db.admin(), "SELECT string_agg(last::text, ' ') FROM written.counter"))
        .isEqualTo("7");
    assertThat(rows(target)).isEqualTo("null");
  }

  private static Catalog catalog(Target target) throws SQLException {
    try (Connection connection = db.connect()) {
      return Catalog.read(connection, target.schema());
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream stream = RestoreTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream, name).readAllBytes(), UTF_8);
    }
  }

  @Test
  void whatIsRepeatableComesBackWithTheTextThatItHasNow() throws SQLException {
    String view =
        "CREATE OR REPLACE VIEW \"${flyway:defaultSchema}\".v AS SELECT %s"
            + " FROM \"${flyway:defaultSchema}\".notes;";
    folder.write("migrations/R__old.sql", "SELECT 1;");
    folder.write("migrations/R__v.sql", view.formatted("body"));
    Target target = upgraded("repeated");
    insert(target, "kept");
    Snapshot snapshot = taken(target);
    folder.delete("migrations/R__old.sql");
    folder.write("migrations/R__v.sql", view.formatted("body, author"));

    assertThat(restore(target, snapshot)).isInstanceOf(RestoreResult.Restored.class);

    assertThat(Sql.text(db.admin(), "SELECT body || ' by ' || author FROM repeated.v"))
        .isEqualTo("kept by me; $1");
    TrackState state = CurrentState.of(folder.track(), target);
    assertThat(state.problems()).isEmpty();
    assertThat(state.isUpToDate()).isTrue();
    assertThat(
            Reset.run(
                store, folder.track(), target, ONE, RowsProgress.SILENT, UnrecordedListener.SILENT))
        .isInstanceOf(ResetResult.NotBuilt.class);
  }
}
