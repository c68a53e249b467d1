package shareddb.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static shareddb.postgres.server.Refusals.assertRefused;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.postgres.build.BuildPostgres;
import shareddb.postgres.internal.LoopbackPorts;
import shareddb.postgres.server.ServerDatabases;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerProgress;
import shareddb.postgres.server.StartResult;
import shareddb.postgres.server.StopResult;

class ExternalServerTest {

  private static final DatabaseName DATABASE = new DatabaseName("external_workshop");

  @TempDir Path root;

  @AfterEach
  void drop() throws SQLException {
    ServerDatabases.drop(BuildPostgres.shared(), DATABASE);
    execute("DROP ROLE IF EXISTS external_user");
  }

  @Test
  void isUsedAndPreparedButNeverStopped() throws SQLException {
    Login server = BuildPostgres.shared();
    WorkshopServer external = server(server.user(), server.password().reveal());

    assertThat(external.start(ServerProgress.SILENT))
        .isInstanceOf(StartResult.AlreadyRunning.class);
    assertThat(ServerDatabases.exists(server, DATABASE)).isTrue();
    assertThat(ServerDatabases.openDoor(server.to(DATABASE))).isEmpty();
    assertThat(external.stop(ServerProgress.SILENT))
        .isEqualTo(new StopResult.NotOurs(server.address()));
    assertThat(external.status().kind()).isEqualTo(ServerKind.EXTERNAL);
    assertThat(external.status().running()).isTrue();
    assertThat(root.resolve("localdev")).doesNotExist();
  }

  @Test
  void isRefusedWhereTheDatabaseIsMissingAndTheUserMayNotMakeIt() throws SQLException {
    execute("CREATE ROLE external_user LOGIN PASSWORD 'external'");

    assertRefused(server("external_user", "external").start(ServerProgress.SILENT))
        .contains("CREATE DATABASE \"external_workshop\" OWNER \"external_user\"");
  }

  @Test
  void isRefusedWhereEveryoneMayUseItAndTheUserMayNotChangeThat() throws SQLException {
    execute(
        "CREATE ROLE external_user LOGIN PASSWORD 'external'",
        "CREATE DATABASE " + DATABASE.quoted());

    assertRefused(server("external_user", "external").start(ServerProgress.SILENT))
        .contains("REVOKE ALL ON DATABASE external_workshop FROM PUBLIC");
  }

  @Test
  void isRefusedWithTheWrongPassword() {
    assertRefused(server("postgres", "not-that-one").start(ServerProgress.SILENT))
        .contains("the password came from POSTGRES_URL")
        .doesNotContain("not-that-one");
  }

  @Test
  void isRefusedWhereNothingListens() {
    int port = LoopbackPorts.free();

    assertRefused(
            url("postgresql://admin:secret@127.0.0.1:" + port + "/x").start(ServerProgress.SILENT))
        .contains("no server can be reached")
        .contains("127.0.0.1:" + port)
        .doesNotContain("secret");
  }

  @Test
  void isRefusedWhereThereIsNoSuchHost() {
    assertRefused(url("postgresql://admin@no-such-host.invalid/x").start(ServerProgress.SILENT))
        .contains("no such host: no-such-host.invalid");
  }

  private WorkshopServer server(String user, String password) {
    Login build = BuildPostgres.shared();
    return url(
        "postgresql://" + user + ":" + password + "@" + build.address() + "/" + DATABASE.value());
  }

  private WorkshopServer url(String url) {
    return WorkshopServer.of(Settings.load(root, Map.of("POSTGRES_URL", url)));
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = BuildPostgres.shared().connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
