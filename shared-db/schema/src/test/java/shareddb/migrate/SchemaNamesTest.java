package shareddb.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.role.ApiRole;
import shareddb.migrate.snapshot.Reset;
import shareddb.migrate.snapshot.ResetResult;
import shareddb.migrate.snapshot.SnapshotStore;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.schema.catalog.Catalog;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** Every operation works in a schema of any name. */
@Tag("long")
final class SchemaNamesTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @ParameterizedTest
  @MethodSource("shareddb.testing.AwkwardNames#all")
  void everyOperationWorks(String name) throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = new Target(db.admin(), new SchemaName(name));

    assertThat(Upgrade.run(track, target)).isInstanceOf(UpgradeResult.Upgraded.class);
    Catalog first = catalog(target);
    assertThat(Downgrade.run(track, target, new DowngradeTo.TheVersion(Version.NONE)))
        .isInstanceOf(DowngradeResult.Downgraded.class);
    assertThat(catalog(target).definitions()).isEmpty();
    assertThat(
            Reset.run(
                new SnapshotStore(temporary),
                track,
                target,
                RowsProgress.SILENT,
                UnrecordedListener.SILENT))
        .isInstanceOf(ResetResult.Remade.class);
    assertThat(catalog(target)).isEqualTo(first);
    assertThat(Sql.text(ApiRole.login(target), "SELECT current_user"))
        .isEqualTo(target.apiRole().value());
    Sql.run(
        ApiRole.login(target),
        "INSERT INTO " + target.schema().quoted("notes") + " (body) VALUES ('by the API')");
  }

  private static Catalog catalog(Target target) throws SQLException {
    try (Connection connection = db.connect()) {
      return Catalog.read(connection, target.schema());
    }
  }
}
