package shareddb.migrate.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.testing.Sql;

/** What cannot come back is named, and changes nothing. */
final class RefusedRestoreTest extends SnapshotCase {

  @Test
  void whatTheTrackHasNoPlaceForIsNamedAndNothingIsLost() throws SQLException {
    Target target = upgraded("misfits");
    Sql.run(
        db.admin(),
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
    assertThat(Sql.text(db.admin(), "SELECT body || mine FROM misfits.notes")).isEqualTo("ab");
    assertThat(store.of(folder.track(), target)).hasSize(1);

    assertThat(
            Restore.run(
                store,
                folder.track(),
                target,
                snapshot,
                true,
                RowsProgress.SILENT,
                UnrecordedListener.SILENT))
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
}
