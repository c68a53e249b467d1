package shareddb.migrate.snapshot;

import java.nio.file.Path;
import shareddb.base.names.SnapshotName;
import shareddb.migrate.snapshot.rows.TableRows;

/** One complete snapshot on disk. */
public record Snapshot(Path folder, SnapshotName name, Manifest manifest) {

  static Snapshot in(Path folder) {
    return new Snapshot(
        folder,
        new SnapshotName(folder.getFileName().toString()),
        ManifestFile.read(folder.resolve(ManifestFile.NAME)));
  }

  Path file(TableRows table) {
    return folder.resolve(table.file());
  }
}
