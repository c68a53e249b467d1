package shareddb.postgres.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.postgres.embedded.EmbeddedBinaries;
import shareddb.postgres.internal.PostmasterPid;
import shareddb.postgres.server.Await;
import shareddb.postgres.server.ServerDatabases;

class BuildPostgresTest {

  private final Process ownerProcess = ownerProcess();

  private static Process ownerProcess() {
    try {
      return new ProcessBuilder("sleep", "120").start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void endOwner() {
    ownerProcess.destroyForcibly();
  }

  @Test
  void isTheSameServerForEveryCall() {
    assertThat(BuildPostgres.shared()).isEqualTo(BuildPostgres.shared());
  }

  @Test
  void belongsToTheProcessItselfWhereEachIsToHaveOne() {
    System.setProperty(BuildOwner.EACH, "true");
    try {
      assertThat(BuildOwner.find()).isEqualTo(BuildOwner.of(ProcessHandle.current().pid()));
    } finally {
      System.clearProperty(BuildOwner.EACH);
    }
  }

  @Test
  void isThePostgresOfTheRootPomAndSortsTextsTheSameEverywhere() throws SQLException {
    assertThat(value("SELECT current_setting('server_version')"))
        .isEqualTo(EmbeddedBinaries.version().replaceFirst("\\.0$", ""));
    assertThat(
            value(
                "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname ="
                    + " current_database()"))
        .isEqualTo("bC.UTF-8");
    assertThat(value("SELECT lower('ÄÖÜ')")).isEqualTo("äöü");
  }

  @Test
  void isFoundByEveryProcessOfTheBuildAndEndsWithItsOwnerHoweverThatEnds() {
    BuildOwner owner = BuildOwner.of(ownerProcess.pid());
    Login first = BuildPostgres.sharedBy(owner);

    assertThat(BuildPostgres.sharedBy(owner)).isEqualTo(first);
    assertThat(first).isNotEqualTo(BuildPostgres.shared());
    ownerProcess.destroyForcibly();

    Path folder = folder(owner);
    Await.until(() -> !Files.exists(folder));
    assertThat(ServerDatabases.answers(first)).isFalse();
  }

  @Test
  void isMadeAnewWhereItWasKilled() {
    BuildOwner owner = BuildOwner.of(ownerProcess.pid());
    Login first = BuildPostgres.sharedBy(owner);
    Path data = folder(owner).resolve("cluster/data");
    ProcessHandle.of(PostmasterPid.running(data).orElseThrow().pid())
        .orElseThrow()
        .destroyForcibly();
    Await.until(() -> !ServerDatabases.answers(first));

    Login second = BuildPostgres.sharedBy(owner);

    assertThat(ServerDatabases.answers(second)).isTrue();
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void makesCopiesOfATemplateAndDropsThemWithTheirSessions() throws SQLException {
    Login server = BuildPostgres.shared();
    DatabaseName copy = new DatabaseName("copy of the build's own test");
    DatabaseName template = new DatabaseName("template of the build's own test");
    ServerDatabases.create(server, template);
    try (Connection connection = server.to(template).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA copied");
    }
    Login made = ServerDatabases.create(server, copy, template);
    try (Connection connection = made.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE copied.things (id int)");
      assertThat(ServerDatabases.openDoor(made)).isEmpty();

      ServerDatabases.drop(server, copy);

      assertThat(ServerDatabases.exists(server, copy)).isFalse();
      assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
    } finally {
      ServerDatabases.drop(server, copy);
      ServerDatabases.drop(server, template);
    }
  }

  private static Path folder(BuildOwner owner) {
    return Path.of(System.getProperty("java.io.tmpdir"), "schema-workshop-build-" + owner.pid());
  }

  private static String value(String query) throws SQLException {
    try (Connection connection = BuildPostgres.shared().connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      return Objects.requireNonNull(result.getString(1));
    }
  }
}
