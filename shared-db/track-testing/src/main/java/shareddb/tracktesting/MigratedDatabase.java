package shareddb.tracktesting;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Workshop;
import shareddb.migrate.Upgrade;
import shareddb.migrate.role.ApiRole;
import shareddb.postgres.server.ServerDatabases;
import shareddb.testing.TestDatabase;

/**
 * A database for one test class, with a module's schema in it as its migrations make it; dropped
 * after the class:
 *
 * <pre>{@code
 * @RegisterExtension static final MigratedDatabase DB = MigratedDatabase.of("00_personal_todo");
 * }</pre>
 */
public final class MigratedDatabase implements BeforeAllCallback, AfterAllCallback {

  private final Track track;
  private final TestDatabase database;

  private MigratedDatabase(Track track) {
    this.track = track;
    this.database =
        TestDatabase.madeBy(
            (server, name) -> ServerDatabases.create(server, name, Template.of(server, track)));
  }

  /** With the first track of a module applied. */
  public static MigratedDatabase of(String module) {
    return new MigratedDatabase(
        Workshop.at(TestDatabase.checkout()).module(new ModuleName(module)).tracks().getFirst());
  }

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException, IOException {
    database.beforeAll(context);
    // PostgreSQL does not copy CONNECT grants with a template: an upgrade with no steps grants it.
    Upgrade.run(track, target());
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException, IOException {
    database.afterAll(context);
  }

  /** The administrator's login to the database. */
  public Login admin() {
    return database.admin();
  }

  /** The track that is applied. */
  public Track track() {
    return track;
  }

  /** The schema that the module owns. */
  public Target target() {
    return Target.usual(admin(), track).in(admin());
  }

  /** The login of the module's API. */
  public Login api() {
    return ApiRole.login(target());
  }
}
