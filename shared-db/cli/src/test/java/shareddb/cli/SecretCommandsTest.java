package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.cli.command.ExitCode;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/**
 * The secret of a checkout and the default password. The administrator is one of its own, because
 * the roles of other tests follow from the usual one's password.
 */
class SecretCommandsTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  private Login admin;
  private Tool tool;

  @BeforeEach
  void makeAdmin() throws SQLException, IOException {
    // The default password on a server that is not the workshop's own.
    Sql.run(db.admin(), "CREATE ROLE rotating_admin LOGIN SUPERUSER PASSWORD 'admin123'");
    admin = db.admin().as("rotating_admin", new Secret("admin123"));
    tool = Tool.in(root, admin).with("WORKSHOP_SECRET", "");
  }

  @AfterEach
  void dropAdmin() throws SQLException {
    Sql.run(
        db.admin(), "REASSIGN OWNED BY rotating_admin TO CURRENT_USER; DROP ROLE rotating_admin");
  }

  @Test
  void aNewSecretGivesTheRolesNewPasswords() throws IOException {
    assertThat(tool.run("upgrade", "00", "--schema", "rotated by the tool").exit())
        .isEqualTo(ExitCode.DONE);
    String key = tool.run("tenants", "admin-key").out();
    String before = Files.readString(root.resolve("localdev/secret"));

    Tool.Run run = tool.run("rotate-secret");

    assertThat(run.err()).contains("Restart the APIs", "./db tenants admin-key");
    assertThat(run.out())
        .contains("localdev/secret: a new secret")
        .contains("the server at " + admin.address() + ": 1 role has a new password");
    assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(root.resolve("localdev/secret"))).endsWith(before);
    assertThat(run.all()).doesNotContain(before.strip());
    assertThat(tool.run("tenants", "admin-key").out()).startsWith("wsa_").isNotEqualTo(key);
    assertThat(
            tool.run("sql", "00", "--schema", "rotated by the tool", "SHOW statement_timeout")
                .out())
        .contains("0");
  }

  @Test
  void aServerThatIsAwayIsRenewedLater() {
    Tool.Run run =
        tool.with("POSTGRES_SERVER_EAST", "postgresql://127.0.0.1:1").run("rotate-secret");

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("roles on the server at 127.0.0.1:1 may have passwords of an earlier secret")
        .contains("next:  ./db start");
  }

  @Test
  void aSecretInTheSettingsIsChangedThere() {
    Tool.Run run = tool.with("WORKSHOP_SECRET", "shared by all of us").run("rotate-secret");

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("WORKSHOP_SECRET sets it", "WORKSHOP_OLD_SECRET", "./db start");
  }

  @Test
  void theDefaultPasswordOnAnotherServerIsWarnedOfAtEachStart() {
    for (int i = 0; i < 2; i++) {
      Tool.Run run = tool.run("start");
      assertThat(run.exit()).isEqualTo(ExitCode.DONE);
      assertThat(run.err())
          .contains("warning: the server at " + admin.address() + " is reached as rotating_admin")
          .contains("with the default password", "POSTGRES_PASSWORD")
          .doesNotContain("admin123");
    }
  }

  @Test
  void soItIsOnAServerOfTenants(@TempDir Path another) throws IOException {
    Tool.Run run =
        Tool.in(another, db.admin())
            .with("POSTGRES_SERVER_EAST", "postgresql://rotating_admin:admin123@" + admin.address())
            .run("start");

    assertThat(run.err()).contains("reached as rotating_admin", "POSTGRES_SERVER_EAST");
  }
}
