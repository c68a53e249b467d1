package shareddb.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.CoreDatabase;
import shareddb.TrackFolder;
import shareddb.catalog.Catalog;
import shareddb.migrate.Caller;
import shareddb.migrate.Current;
import shareddb.migrate.History;
import shareddb.migrate.Sql;
import shareddb.migrate.Target;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.names.SchemaName;
import shareddb.names.SnapshotName;
import shareddb.track.Version;

final class RestoreTest {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

  private static final SnapshotName NAME = new SnapshotName("kept");
  private static final Version ONE = Version.parse("1");

  @TempDir private Path temporary;

  private TrackFolder folder;
  private SnapshotStore store;

  @BeforeEach
  void track() {
    folder = TrackFolder.withTwoVersions(temporary);
    store = new SnapshotStore(temporary);
  }

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
    Reset.run(store, folder.track(), target, RowsProgress.SILENT, Caller.SILENT);
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
    Target target = new Target(db.login(), new SchemaName("older"));
    Upgrade.run(folder.track(), target, ONE);
    insert(target, "old");
    Snapshot snapshot = taken(target);
    Upgrade.run(folder.track(), target);

    assertThat(restore(target, snapshot)).isInstanceOf(RestoreResult.Restored.class);

    assertThat(Current.of(folder.track(), target).current()).isEqualTo(ONE);
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(Sql.text(db.login(), "SELECT author FROM older.notes")).isEqualTo("me; $1");
  }

  @Test
  void everyKindOfTableAndValueComesBackAsItWas() throws SQLException, IOException {
    folder.up("3__kinds", script("kinds.sql"));
    Target target = upgraded("kinds");
    Sql.run(db.login(), script("rows.sql"));
    String checksum = script("checksum.sql");
    String before = Sql.text(db.login(), checksum);
    Catalog catalog = catalog(target);
    Snapshot snapshot = taken(target);
    Reset.run(store, folder.track(), target, RowsProgress.SILENT, Caller.SILENT);
    assertThat(Sql.text(db.login(), checksum)).isNotEqualTo(before);

    assertThat(restore(target, snapshot)).isInstanceOf(RestoreResult.Restored.class);

    assertThat(Sql.text(db.login(), checksum)).isEqualTo(before);
    assertThat(catalog(target)).isEqualTo(catalog);
    assertThat(Sql.text(db.login(), "SELECT nextval('kinds.\"The \"\"count\"\"\"')"))
        .isEqualTo("1007");
    assertThat(Sql.text(db.login(), "SELECT tgenabled FROM pg_trigger WHERE tgname = 'always'"))
        .isEqualTo("A");
    assertThat(Sql.text(db.login(), "SELECT kinds.touched() || count(*) FROM kinds.parts_old"))
        .isEqualTo("kinds2");
  }

  @Test
  void whatTheTrackHasNoPlaceForIsNamedAndNothingIsLost() throws SQLException {
    Target target = upgraded("misfits");
    Sql.run(
        db.login(),
        """
        ALTER TABLE misfits.notes ADD COLUMN mine text;
        INSERT INTO misfits.notes (body, mine) VALUES ('a', 'b');
        CREATE TABLE misfits.made_by_hand (id serial);
        INSERT INTO misfits.made_by_hand DEFAULT VALUES;
        """);
    Snapshot snapshot = taken(target);

    assertThat(restore(target, snapshot))
        .isEqualTo(
            new RestoreResult.DoesNotFit(
                List.of(
                    new Misfit.NoTable("made_by_hand", 1),
                    new Misfit.NoColumn("notes", "mine"),
                    new Misfit.NoSequence("made_by_hand_id_seq"))));
    assertThat(Sql.text(db.login(), "SELECT body || mine FROM misfits.notes")).isEqualTo("ab");
    assertThat(store.of(folder.track(), target)).hasSize(1);

    assertThat(
            Restore.run(
                store, folder.track(), target, snapshot, true, RowsProgress.SILENT, Caller.SILENT))
        .isInstanceOfSatisfying(
            RestoreResult.Restored.class, restored -> assertThat(restored.leftOut()).hasSize(3));
    assertThat(rows(target)).isEqualTo("1 a");
  }

  @Test
  void aDamagedFileIsFoundBeforeAnythingIsDropped() throws SQLException, IOException {
    Target target = upgraded("damaged");
    insert(target, "kept");
    Snapshot snapshot = taken(target);
    Path file = snapshot.file(snapshot.manifest().data().getFirst());
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Files.write(file, content);

    assertThat(restore(target, snapshot))
        .isInstanceOfSatisfying(
            RestoreResult.Damaged.class, damaged -> assertThat(damaged.file()).isEqualTo(file));
    assertThat(rows(target)).isEqualTo("1 kept");
  }

  @Test
  void aMigrationThatIsGoneIsNamed() throws SQLException {
    Target target = upgraded("gone");
    Snapshot snapshot = taken(target);
    folder.delete("migrations/V2__add_author.sql").delete("undo/U2__add_author.sql");

    assertThat(restore(target, snapshot))
        .isEqualTo(new RestoreResult.FilesMissing(List.of(Version.parse("2"))));
  }

  @Test
  void rowsThatTheSchemaRefusesChangeNothing() throws SQLException {
    Target target = upgraded("refused");
    insert(target, "kept");
    Snapshot snapshot = taken(target);
    folder.up(
        "2__add_author",
        "ALTER TABLE \"${flyway:defaultSchema}\".notes ADD COLUMN author int CHECK (id > 1);");

    assertThat(restore(target, snapshot))
        .isInstanceOfSatisfying(
            RestoreResult.NotLoaded.class, not -> assertThat(not.table()).isEqualTo("notes"));
    assertThat(rows(target)).isEqualTo("1 kept");
    assertThat(store.of(folder.track(), target)).hasSize(1);
  }

  @Test
  void whatAKilledOneLeftIsNoSnapshotAndIsSweptAway() throws SQLException, IOException {
    Target target = upgraded("killed");
    Path schema = store.folder(folder.track(), target.schema());
    Path left = schema.resolve(".unfinished.999999999.123");
    Files.createDirectories(left);
    Files.writeString(left.resolve("table-1.copy.gz"), "half");

    assertThat(store.of(folder.track(), target)).isEmpty();
    taken(target);
    assertThat(left).doesNotExist();
  }

  private RestoreResult restore(Target target, Snapshot snapshot) throws SQLException {
    return Restore.run(
        store, folder.track(), target, snapshot, false, RowsProgress.SILENT, Caller.SILENT);
  }

  private Snapshot taken(Target target) throws SQLException {
    SnapshotResult result =
        TakeSnapshot.run(store, folder.track(), target, NAME, RowsProgress.SILENT);
    assertThat(result).isInstanceOf(SnapshotResult.Taken.class);
    return ((SnapshotResult.Taken) result).snapshot();
  }

  private Target upgraded(String schema) throws SQLException {
    Target target = new Target(db.login(), new SchemaName(schema));
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    return target;
  }

  private static void insert(Target target, String body) throws SQLException {
    Sql.run(
        db.login(),
        "INSERT INTO " + target.schema().quoted("notes") + " (body) VALUES ('" + body + "')");
  }

  private static String rows(Target target) throws SQLException {
    return Sql.text(
        db.login(),
        "SELECT string_agg(id || ' ' || body, ', ' ORDER BY id) FROM "
            + target.schema().quoted("notes"));
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
}
