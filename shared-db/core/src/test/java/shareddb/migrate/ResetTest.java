package shareddb.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.CoreDatabase;
import shareddb.TrackFolder;
import shareddb.names.SchemaName;
import shareddb.track.InvalidTrack;
import shareddb.track.Version;

final class ResetTest {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

  @TempDir private Path temporary;

  @Test
  void everythingInTheSchemaGoesAndNothingOutsideOfIt() throws SQLException {
    TrackFolder folder = TrackFolder.withTwoVersions(temporary);
    Target target = new Target(db.login(), new SchemaName("reset"));
    Target neighbour = new Target(db.login(), new SchemaName("neighbour"));
    Upgrade.run(folder.track(), target);
    Upgrade.run(folder.track(), neighbour);
    Sql.run(db.login(), "INSERT INTO reset.notes (body) VALUES ('gone')");
    Sql.run(db.login(), "INSERT INTO neighbour.notes (body) VALUES ('kept')");
    Sql.run(db.login(), "CREATE TABLE reset.made_by_hand ()");

    assertThat(Reset.run(folder.track(), target))
        .isInstanceOfSatisfying(
            ResetResult.Remade.class,
            remade -> {
              assertThat(remade.existed()).isTrue();
              assertThat(remade.upgrade())
                  .isInstanceOfSatisfying(
                      UpgradeResult.Upgraded.class,
                      up -> assertThat(up.from()).isEqualTo(Version.NONE));
            });
    assertThat(Sql.text(db.login(), "SELECT count(*) FROM reset.notes")).isEqualTo("0");
    assertThat(Sql.text(db.login(), "SELECT to_regclass('reset.made_by_hand')")).isEqualTo("null");
    assertThat(Sql.text(db.login(), "SELECT body FROM neighbour.notes")).isEqualTo("kept");
  }

  @Test
  void filesThatCannotBeAppliedAreFoundBeforeAnythingIsDropped() throws SQLException {
    TrackFolder folder = TrackFolder.withTwoVersions(temporary);
    Target target = new Target(db.login(), new SchemaName("careful"));
    Upgrade.run(folder.track(), target);
    Sql.run(db.login(), "INSERT INTO careful.notes (body) VALUES ('kept')");
    folder.write("migrations/V3_misnamed.sql", "");

    assertThatThrownBy(() -> Reset.run(folder.track(), target)).isInstanceOf(InvalidTrack.class);
    assertThat(Sql.text(db.login(), "SELECT body FROM careful.notes")).isEqualTo("kept");
  }

  @Test
  void whileSomebodyElseMigratesNothingIsDropped() throws SQLException {
    TrackFolder folder = TrackFolder.withTwoVersions(temporary);
    Target target = new Target(db.login(), new SchemaName("occupied"));
    Upgrade.run(folder.track(), target);
    try (Connection other = db.connect()) {
      HistoryLock.take(other, target);

      assertThat(Reset.run(folder.track(), target)).isInstanceOf(ResetResult.Busy.class);
    }
    assertThat(Current.of(folder.track(), target).current()).isEqualTo(Version.parse("2"));
  }
}
