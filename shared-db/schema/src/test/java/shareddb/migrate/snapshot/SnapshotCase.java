package shareddb.migrate.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.names.SnapshotName;
import shareddb.base.track.Target;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** A track of two versions, and a place for the snapshots of its schemas. */
abstract class SnapshotCase {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final SnapshotName NAME = new SnapshotName("kept");

  @TempDir Path temporary;

  TrackFolder folder;
  SnapshotStore store;

  @BeforeEach
  void track() {
    folder = TrackFolder.withTwoVersions(temporary);
    store = new SnapshotStore(temporary);
  }

  RestoreResult restore(Target target, Snapshot snapshot) throws SQLException {
    return Restore.run(
        store,
        folder.track(),
        target,
        snapshot,
        false,
        RowsProgress.SILENT,
        UnrecordedListener.SILENT);
  }

  Snapshot taken(Target target) throws SQLException {
    SnapshotResult result =
        TakeSnapshot.run(store, folder.track(), target, NAME, RowsProgress.SILENT);
    assertThat(result).isInstanceOf(SnapshotResult.Taken.class);
    return ((SnapshotResult.Taken) result).snapshot();
  }

  Target upgraded(String schema) throws SQLException {
    Target target = new Target(db.admin(), new SchemaName(schema));
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    return target;
  }

  static void insert(Target target, String body) throws SQLException {
    Sql.run(
        db.admin(),
        "INSERT INTO " + target.schema().quoted("notes") + " (body) VALUES ('" + body + "')");
  }

  static String rows(Target target) throws SQLException {
    return Sql.text(
        db.admin(),
        "SELECT string_agg(id || ' ' || body, ', ' ORDER BY id) FROM "
            + target.schema().quoted("notes"));
  }
}
