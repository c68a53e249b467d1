package shareddb.migrate.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.base.names.SnapshotName;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.snapshot.rows.CopySession;
import shareddb.migrate.snapshot.rows.RowTables;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.migrate.snapshot.rows.RowsToFile;
import shareddb.migrate.snapshot.rows.Sequences;
import shareddb.migrate.snapshot.rows.TableRows;

/**
 * Writes all rows of a target that the transaction sees into files. The files are written into a
 * temporary folder, which is renamed at the end.
 *
 * @param track the track whose migrations made the schema
 */
record SnapshotWriter(SnapshotStore store, Track track, Target target, RowsProgress progress) {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  /** The name contains the time and the reason. */
  Snapshot writeAutomatic(Connection connection, SnapshotReason reason) throws SQLException {
    Instant now = Instant.now();
    SnapshotName name = SnapshotName.automatic(STAMP.format(now) + "-" + reason.word());
    return write(connection, name, reason);
  }

  Snapshot write(Connection connection, SnapshotName name, SnapshotReason reason)
      throws SQLException {
    Path folder = store.folder(track, target.schema()).resolve(name.value());
    try {
      Path unfinished = SnapshotFiles.beside(folder, store.base());
      try {
        Manifest manifest = manifest(connection, reason, unfinished);
        ManifestFile.write(manifest, unfinished.resolve(ManifestFile.NAME));
        SnapshotFiles.finish(unfinished, folder);
      } finally {
        SnapshotFiles.deleteUnfinished(unfinished);
      }
      return Snapshot.in(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the snapshot " + folder, e);
    }
  }

  private Manifest manifest(Connection connection, SnapshotReason reason, Path folder)
      throws SQLException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    CopySession.begin(connection);
    List<Version> applied = applied(connection);
    List<TableRows> tables = new ArrayList<>();
    for (RowTables.Table table : RowTables.of(connection, target.schema())) {
      Path file = folder.resolve("table-" + (tables.size() + 1) + ".copy.gz");
      tables.add(RowsToFile.write(connection, target.schema(), table, file, progress));
    }
    return new Manifest(
        track.label(),
        Optional.of(ServerIdentity.of(connection)),
        target.admin().database(),
        target.schema(),
        applied,
        now,
        System.getProperty("user.name"),
        reason,
        tables,
        Sequences.of(connection, target.schema()));
  }

  /**
   * The versions that the schema has, those that Flyway's baseline covers included. A half-done
   * version is left out.
   */
  private List<Version> applied(Connection connection) throws SQLException {
    TrackState state =
        TrackState.of(track.readAll().migrations(), History.read(connection, target));
    Stream<Version> covered = state.covered().stream().map(Migration::version);
    Stream<Version> applied =
        state.applied().values().stream()
            .filter(row -> row.success() && !row.isBaseline())
            .flatMap(row -> row.version().stream());
    return Stream.concat(covered, applied).distinct().toList();
  }
}
