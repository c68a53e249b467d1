package shareddb.migrate.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.names.ServerName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.base.settings.SecretFile;
import shareddb.base.settings.Servers;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/**
 * The roles of an administrator of its own, because the other tests on this server have roles whose
 * passwords follow from the administrator's too.
 */
final class WorkshopRolesTest {

  private static final String ADMIN = "renewing_admin";
  private static final String PASSWORD = "renewing-password";

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path root;

  @BeforeEach
  void makeAdmin() throws SQLException {
    Sql.run(db.admin(), "CREATE ROLE renewing_admin LOGIN SUPERUSER PASSWORD 'renewing-password'");
  }

  @AfterEach
  void dropAdmin() throws SQLException {
    Sql.run(
        db.admin(), "REASSIGN OWNED BY renewing_admin TO CURRENT_USER; DROP ROLE renewing_admin");
  }

  @Test
  void aRoleFromBeforeThereWereSecretsGetsThePasswordOfToday() throws SQLException {
    Target old = new Target(withoutSecret(), new SchemaName("from before"));
    upgrade(old);
    Sql.run(db.admin(), "ALTER ROLE \"from before_api\" RESET statement_timeout");
    Target today = old.in(admin());

    assertThat(renewed()).isEqualTo(1);

    assertThat(Sql.text(ApiRole.login(today), "SHOW statement_timeout")).isEqualTo("10s");
    assertThat(renewed()).isZero();
  }

  @Test
  void anUpgradeRenewsTheRoleOfItsTarget() throws SQLException {
    Target old = new Target(withoutSecret(), new SchemaName("upgraded again"));
    upgrade(old);
    Target today = old.in(admin());

    assertThat(upgrade(today)).isInstanceOf(UpgradeResult.UpToDate.class);

    assertThat(Sql.text(ApiRole.login(today), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void aNewSecretInTheFileReplacesThePasswordsAndAnApiOpensConnectionsWithThem() throws Exception {
    Target target = new Target(admin(), new SchemaName("rotated"));
    upgrade(target);
    Login before = ApiRole.login(target);
    new SecretFile(root.resolve("localdev/secret")).replace();

    assertThat(renewed()).isEqualTo(1);

    assertThat(ApiRole.refreshed(before).password()).isNotEqualTo(before.password());
    assertThat(Sql.text(ApiRole.refreshed(before), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void aSecretInTheSettingsReplacesTheOneInTheFile() throws SQLException {
    Target target = new Target(admin(), new SchemaName("then set"));
    upgrade(target);
    Login set = admin("WORKSHOP_SECRET", "shared by two checkouts");

    assertThat(renewed(set)).isEqualTo(1);
    assertThat(Sql.text(ApiRole.login(target.in(set)), "SELECT 1")).isEqualTo("1");

    Login then =
        admin(
            "WORKSHOP_SECRET",
            "and another, later on",
            "WORKSHOP_OLD_SECRET",
            "shared by two checkouts");
    assertThat(renewed(then)).isEqualTo(1);
    assertThat(Sql.text(ApiRole.login(target.in(then)), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void aServerThatDoesNotAnswerIsNamed() throws SQLException {
    Login away = new Login("127.0.0.1", 1, db.admin().database(), ADMIN, new Secret("x"), Map.of());
    ServerName east = new ServerName("east");

    List<WorkshopRoles.Renewal> all = WorkshopRoles.renew(Servers.main(admin()).with(east, away));

    assertThat(all)
        .filteredOn(one -> one.failure().isPresent())
        .extracting(WorkshopRoles.Renewal::server)
        .containsExactly(east);
  }

  private int renewed() throws SQLException {
    return renewed(admin());
  }

  private static int renewed(Login admin) throws SQLException {
    WorkshopRoles.Renewal renewal = WorkshopRoles.renew(Servers.main(admin)).getFirst();
    if (renewal.failure().isPresent()) {
      throw renewal.failure().get();
    }
    return renewal.renewed();
  }

  private UpgradeResult upgrade(Target target) throws SQLException {
    return Upgrade.run(TrackFolder.withTwoVersions(root).track(), target);
  }

  private static Login withoutSecret() {
    Login server = db.admin();
    return new Login(
        server.host(), server.port(), server.database(), ADMIN, new Secret(PASSWORD), Map.of());
  }

  /** In a checkout with settings. */
  private Login admin(String... pairs) {
    Login server = db.admin();
    Map<String, String> environment = new HashMap<>();
    environment.put("POSTGRES_HOST", server.host());
    environment.put("POSTGRES_PORT", String.valueOf(server.port()));
    environment.put("POSTGRES_DB", server.database().value());
    environment.put("POSTGRES_USER", ADMIN);
    environment.put("POSTGRES_PASSWORD", PASSWORD);
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
    return Settings.load(root, environment).admin();
  }
}
