package shareddb.server;

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
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.CoreDatabase;
import shareddb.names.DatabaseName;
import shareddb.settings.Login;

class BuildPostgresTest {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

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
    assertThat(Databases.answers(first)).isFalse();
  }

  @Test
  void isMadeAnewWhereItWasKilled() {
    BuildOwner owner = BuildOwner.of(ownerProcess.pid());
    Login first = BuildPostgres.sharedBy(owner);
    Path data = folder(owner).resolve("cluster/data");
    ProcessHandle.of(PostmasterPid.running(data).orElseThrow().pid())
        .orElseThrow()
        .destroyForcibly();
    Await.until(() -> !Databases.answers(first));

    Login second = BuildPostgres.sharedBy(owner);

    assertThat(Databases.answers(second)).isTrue();
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void makesCopiesOfATemplateAndDropsThemWithTheirSessions() throws SQLException {
    Login server = BuildPostgres.shared();
    DatabaseName copy = new DatabaseName("copy of " + db.login().database());
    DatabaseName template = new DatabaseName("template of " + db.login().database());
    Databases.create(server, template);
    try (Connection connection = server.to(template).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA copied");
    }
    Login made = Databases.create(server, copy, template);
    try (Connection connection = made.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE copied.things (id int)");
      assertThat(Databases.openDoor(made)).isEmpty();

      Databases.drop(server, copy);

      assertThat(Databases.exists(server, copy)).isFalse();
      assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
    } finally {
      Databases.drop(server, copy);
      Databases.drop(server, template);
    }
  }

  private static Path folder(BuildOwner owner) {
    return Path.of(System.getProperty("java.io.tmpdir"), "schema-workshop-build-" + owner.pid());
  }

  private static String value(String query) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      return Objects.requireNonNull(result.getString(1));
    }
  }
}
