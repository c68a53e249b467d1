package shareddb.migrate.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.Upgrade;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

final class ApiRoleTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void aWidenedRoleIsNarrowedByTheNextUpgrade() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = new Target(db.admin(), new SchemaName("widened"));
    Upgrade.run(track, target);
    Sql.run(db.admin(), "ALTER ROLE widened_api SUPERUSER CREATEDB PASSWORD 'guessed'");

    Upgrade.run(track, target);

    assertThat(
            Sql.text(
                ApiRole.login(target),
                "SELECT rolsuper OR rolcreatedb FROM pg_roles" + " WHERE rolname = current_user"))
        .isEqualTo("f");
  }

  @Test
  void whatIsAsItShouldBeIsNotTouched() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = new Target(db.admin(), new SchemaName("untouched"));
    Upgrade.run(track, target);
    String row = "SELECT xmin FROM pg_authid WHERE rolname = 'untouched_api'";
    String before = Sql.text(db.admin(), row);

    Upgrade.run(track, target);

    assertThat(Sql.text(db.admin(), row)).isEqualTo(before);
  }

  @Test
  void itsPasswordFollowsFromTheSecretAlone(@TempDir Path root) {
    SchemaName schema = new SchemaName("a");
    Target target = new Target(secret(root, "a secret of this test"), schema);
    Login api = ApiRole.login(target);

    assertThat(ApiRole.login(new Target(target.admin().as("b", new Secret("b")), schema)))
        .isEqualTo(api);
    assertThat(api.password())
        .isNotEqualTo(
            ApiRole.login(new Target(secret(root, "another secret of it"), schema)).password())
        .isNotEqualTo(ApiRole.login(new Target(target.admin(), new SchemaName("b"))).password());
    assertThat(api.toString()).doesNotContain(api.password().reveal());
  }

  private static Login secret(Path root, String secret) {
    return Settings.load(root, Map.of("WORKSHOP_SECRET", secret)).admin();
  }

  @Test
  void eachOfItsSessionsHasATimeoutAndTheSchemaOnItsPath() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("O'Brien \"a\", b"));
    Upgrade.run(TrackFolder.withTwoVersions(temporary).track(), target);

    assertThat(Sql.text(ApiRole.login(target), "SHOW statement_timeout")).isEqualTo("10s");
    assertThat(Sql.text(ApiRole.login(target), "SELECT count(*) FROM notes")).isEqualTo("0");
  }

  @Test
  void aTimeoutThatAPersonSetStays() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = new Target(db.admin(), new SchemaName("patient"));
    Upgrade.run(track, target);
    Sql.run(db.admin(), "ALTER ROLE patient_api SET statement_timeout = '1min'");

    Upgrade.run(track, target);

    assertThat(Sql.text(ApiRole.login(target), "SHOW statement_timeout")).isEqualTo("1min");
  }

  @Test
  void itMayNotTouchTheHistory() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("no_history"));
    Upgrade.run(TrackFolder.withTwoVersions(temporary).track(), target);

    assertThatThrownBy(
            () -> Sql.run(ApiRole.login(target), "SELECT * FROM " + target.historyTable()))
        .hasMessageContaining("permission denied");
  }
}
