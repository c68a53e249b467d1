package shareddb.schema.autogenerate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.script.StatementError;
import shareddb.schema.catalog.Catalog;
import shareddb.schema.drift.CatalogComparison;

/**
 * Tries a new migration and its undo script in the same way as they are applied later: as files of
 * a copy of the track.
 */
final class ScratchTrial implements AutoCloseable {

  private final TrackCopy files;
  private final Track copy;

  private ScratchTrial(TrackCopy files) {
    this.files = files;
    this.copy = files.track();
  }

  static ScratchTrial of(Track track, RevisionFiles files, String up, String down) {
    try {
      TrackCopy copied = TrackCopy.empty(track);
      Track copy = copied.track();
      copy(track.migrations(), copy.migrations());
      copy(track.undo(), copy.undo());
      Files.writeString(copy.migrations().resolve(files.migration().getFileName()), up);
      Files.writeString(copy.undo().resolve(files.undo().getFileName()), down);
      return new ScratchTrial(copied);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy the track " + track.label(), e);
    }
  }

  /**
   * @param made a scratch database with the track at its newest version
   * @param live the catalog that the migration should produce
   */
  MigrationProof run(Target made, Catalog live) throws SQLException {
    Catalog before = catalog(made);
    UpgradeResult upgraded = Upgrade.run(copy, made, UnrecordedListener.leavingTheRole(made));
    if (!(upgraded instanceof UpgradeResult.Upgraded)) {
      return new MigrationProof(
          new MigrationProof.Check.Failed(reason(upgraded)), new MigrationProof.Check.NotTried());
    }
    MigrationProof.Check up = check(live, catalog(made));
    DowngradeResult downgraded = Downgrade.run(copy, made, new DowngradeTo.Steps(1));
    return new MigrationProof(
        up,
        downgraded instanceof DowngradeResult.Downgraded
            ? check(before, catalog(made))
            : new MigrationProof.Check.Failed(reason(downgraded)));
  }

  @Override
  public void close() {
    files.close();
  }

  static Catalog catalog(Target target) throws SQLException {
    try (Connection connection = target.admin().reading().connect()) {
      return Catalog.read(connection, target.schema());
    }
  }

  private static MigrationProof.Check check(Catalog wanted, Catalog found) {
    CatalogComparison comparison = CatalogComparison.of(wanted, found);
    return comparison.same()
        ? new MigrationProof.Check.Passed(found.definitions().size())
        : new MigrationProof.Check.Differs(comparison.differences());
  }

  private static String reason(UpgradeResult result) {
    return result instanceof UpgradeResult.Failed failed
        ? failed.error().map(ScratchTrial::said).orElse(failed.report())
        : result.toString();
  }

  private static String reason(DowngradeResult result) {
    return result instanceof DowngradeResult.Failed failed
        ? said(failed.error())
        : result.toString();
  }

  private static String said(StatementError error) {
    return "Postgres says: "
        + error.message()
        + " (SQLSTATE "
        + error.sqlState()
        + ")"
        + error.detail().map(detail -> ". " + detail).orElse("");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
