package shareddb.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import shareddb.migrate.ApiRole;
import shareddb.migrate.Target;
import shareddb.migrate.Upgrade;
import shareddb.names.DatabaseName;
import shareddb.names.ModuleName;
import shareddb.server.Databases;
import shareddb.settings.Login;
import shareddb.track.Track;
import shareddb.track.Workshop;

/**
 * A database for one test class, dropped behind it:
 *
 * <pre>{@code
 * @RegisterExtension static final TestDatabase db = TestDatabase.migrated("00_personal_todo");
 * }</pre>
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

  private final Optional<Track> track;
  private @Nullable Login admin;

  private TestDatabase(Optional<Track> track) {
    this.track = track;
  }

  /** With a module's schema in it, as its migrations make it. */
  public static TestDatabase migrated(String module) {
    ModuleName name = new ModuleName(module);
    return new TestDatabase(Optional.of(Workshop.at(checkout()).module(name).tracks().getFirst()));
  }

  /** With nothing in it. */
  public static TestDatabase empty() {
    return new TestDatabase(Optional.empty());
  }

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException, IOException {
    Login server = TestServer.login();
    DatabaseName name = new DatabaseName("test_" + UUID.randomUUID());
    admin =
        track.isPresent()
            ? Databases.create(server, name, Template.of(server, track.get()))
            : Databases.create(server, name);
    if (track.isPresent()) {
      // Who may connect is not copied with a template: an upgrade without steps grants it.
      Upgrade.run(track.get(), target());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException, IOException {
    if (admin != null) {
      Databases.drop(TestServer.login(), admin.database());
    }
  }

  /** The administrator's login to it. */
  public Login admin() {
    if (admin == null) {
      throw new IllegalStateException("the database exists only while its test class runs");
    }
    return admin;
  }

  public Track track() {
    return track.orElseThrow(() -> new IllegalStateException("an empty database has no track"));
  }

  /** The schema that the module owns. */
  public Target target() {
    return Target.usual(admin(), track()).in(admin());
  }

  /** The login of the module's API. */
  public Login api() {
    return ApiRole.login(target());
  }

  /** The folder that this build is run in. */
  public static Path checkout() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared-db"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(
          "no checkout around " + Path.of("").toAbsolutePath() + ": run the tests inside of one");
    }
    return folder;
  }
}
