package shareddb.migrate.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
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
  void itsPasswordFollowsFromTheAdministratorsAlone() {
    Target target = new Target(db.admin(), new SchemaName("a"));
    Login other = db.admin().as("admin", new Secret("another"));

    assertThat(ApiRole.login(target)).isEqualTo(ApiRole.login(target));
    assertThat(ApiRole.login(target).password())
        .isNotEqualTo(ApiRole.login(new Target(other, target.schema())).password())
        .isNotEqualTo(ApiRole.login(new Target(db.admin(), new SchemaName("b"))).password());
    assertThat(ApiRole.login(target).toString())
        .doesNotContain(ApiRole.login(target).password().reveal());
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
