package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.base.names.DatabaseName;
import shareddb.cli.command.ExitCode;
import shareddb.postgres.server.ServerDatabases;

/** The commands on tenants that have a database each. */
@Tag("long")
class TenantsApartTest extends TenantsCase {

  private static final String[] TENANTS = {"acme", "beta"};

  private final String prefix = "apart_" + UUID.randomUUID().toString().substring(0, 8) + "_";

  @BeforeEach
  void twoTenants() throws IOException {
    Path module = root.resolve("workshop").resolve(MODULE);
    Files.writeString(module.resolve("databases.properties"), "tenant = " + prefix + "{tenant}\n");
    Files.writeString(
        module.resolve("migrations/shared/V2__databases.sql"),
        """
        ALTER TABLE "${flyway:defaultSchema}".tenant_registry
            ADD COLUMN IF NOT EXISTS server_name text NOT NULL DEFAULT 'main',
            ADD COLUMN database_name text UNIQUE;
        """);
    done("upgrade", "07/shared");
    for (String tenant : TENANTS) {
      done("tenants", "add", tenant, "--domain", tenant + ".test");
    }
  }

  @AfterEach
  void drop() throws SQLException {
    for (String tenant : TENANTS) {
      ServerDatabases.drop(db.admin(), database(tenant));
    }
    for (String tenant : TENANTS) {
      execute("DROP ROLE IF EXISTS \"" + schema(tenant) + "_api\"");
    }
  }

  @Test
  void statusCountsThemAndUpgradeReachesAllOfThem() throws IOException {
    assertThat(tool.run("status").out())
        .containsPattern("/tenant +2 tenants in as many databases +1 +1 +0 ");
    migration("2__color", color(), dropColor());
    assertThat(tool.run("status").exit()).isEqualTo(ExitCode.DIFFERS);
    done("upgrade", "07", "--tenant", "beta");
    assertThat(tool.run("status").out())
        .containsPattern("as many databases +1 to 2 +2 +in 1 .*\\./db upgrade 07_test_tenants/ten");
    assertThat(tool.run("status", "--json").out())
        .contains(
            "{\"track\":\"07_test_tenants/tenant\",\"tenants\":2,\"newest\":\"2\",\"pending\":1");
    done("tenants", "upgrade");
    done("upgrade", "00");
    done("status");
    assertThat(done("tenants", "downgrade", "--target", "1")).contains("2 tenants → 1");
  }

  @Test
  void theirModuleIsRemovedWithAllTheirDatabases() throws SQLException {
    in("acme", "INSERT INTO \"07_tenant_acme\".notes (body) VALUES ('precious')");
    assertThat(done("new", List.of("--remove", "07"), "--dry-run"))
        .contains("drop \"07_test_tenants\"", "drop 2 tenants", "in databases of their own");
    assertThat(done("new", List.of("--remove", "07"), "--yes"))
        .contains("2 tenants and their roles are gone", "1 row of ");
    for (String tenant : TENANTS) {
      assertThat(ServerDatabases.exists(db.admin(), database(tenant))).isFalse();
    }
    assertThat(schemas()).isEmpty();
    assertThat(tool.run("status").out()).doesNotContain("07_");
  }

  @Test
  void oneOfThemIsKeptLookedAtResetAndHadBack() throws SQLException {
    List<String> acme = List.of("07/tenant", "--tenant", "acme");
    in("acme", "INSERT INTO \"07_tenant_acme\".notes (body) VALUES ('precious')");
    done("snapshot", acme, "--name", "before");
    in("acme", "ALTER TABLE \"07_tenant_acme\".notes ADD COLUMN extra int");
    assertThat(tool.run("tenants", "drift").out())
        .contains("2 tenants compared, 1 drifted", "acme");
    assertThat(done("reset", acme, "--yes")).contains("07_tenant_acme");
    assertThat(done("tenants", "drift")).contains("no drift");
    done("restore", acme, "before");
    assertThat(done("sql", acme, "SELECT body FROM notes")).contains("precious");
    assertThat(done("history", acme)).contains("notes");
    assertThat(done("verify", List.of("07/tenant"))).contains("2, one for each tenant");
    assertThat(done("tenants", "remove", "beta", "--yes", "beta"))
        .contains("./db tenants add beta --domain beta.test --type standard --server main");
  }

  @Test
  void anUpgradeOfAllMakesNoEmptyDatabaseForWhoHadOne() throws SQLException {
    ServerDatabases.drop(db.admin(), database("beta"));

    Tool.Run all = tool.run("tenants", "upgrade");
    assertThat(all.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(all.err())
        .contains("1 tenant lost", "1 (beta): its database is not there any more")
        .contains("mend POSTGRES_URL", "./db reset 07_test_tenants/tenant --tenant beta");

    assertThat(tool.run("upgrade", "07", "--tenant", "beta").exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(done("reset", "07/tenant", "--tenant", "beta", "--yes")).contains("0 → 1");
    assertThat(done("tenants", "upgrade")).contains("nothing is pending");
  }

  @Test
  void whatALoginMayTooMuchIsNamed() throws SQLException {
    String role = "\"07_tenant_acme_api\"";
    in("acme", "ALTER ROLE %s INHERIT".formatted(role));
    in("acme", "GRANT CREATE ON SCHEMA \"07_tenant_acme\" TO " + role);
    in("beta", "GRANT CONNECT ON DATABASE \"%s\" TO %s".formatted(database("beta"), role));
    in("beta", "GRANT CONNECT ON DATABASE \"%s\" TO PUBLIC".formatted(database("beta")));
    in("beta", "ALTER ROLE \"07_tenant_beta_api\" NOLOGIN");

    assertThat(tool.run("verify", "07/tenant").out())
        .contains("07_tenant_acme_api has the attribute INHERIT")
        .contains("07_tenant_acme_api has CREATE on schema 07_tenant_acme")
        .contains("07_tenant_acme_api has CONNECT on database " + database("beta"))
        .contains("07_tenant_beta_api cannot log in")
        .contains("everybody has CONNECT on database " + database("beta"));
  }

  @Test
  void aBatchOfWhichNoneBecomesWholeIsNamedByStatusAndDrift() throws IOException, SQLException {
    Path seed = root.resolve("workshop").resolve(MODULE).resolve("types/standard");
    for (String tenant : TENANTS) {
      execute("DELETE FROM \"" + MODULE + "\".tenant_registry");
      ServerDatabases.drop(db.admin(), database(tenant));
    }
    try (Stream<Path> files = Files.list(seed)) {
      Files.writeString(files.findFirst().orElseThrow(), "INSERT INTO nowhere VALUES (1);\n");
    }
    Path batch = root.resolve("batch.csv");
    Files.writeString(batch, "name,domain\nacme,acme.test\nbeta,beta.test\n");
    Tool.Run added =
        tool.run(
            "tenants", "add-batch", batch.toString(), "--keys", root.resolve("keys").toString());
    assertThat(added.exit()).as(added.all()).isEqualTo(ExitCode.DIFFERS);
    for (String command : List.of("status", "drift")) {
      Tool.Run run = tool.run("tenants", command);
      assertThat(run.exit()).as(command + run.all()).isEqualTo(ExitCode.DIFFERS);
      assertThat(run.all()).contains("acme, beta", "next:  ./db tenants ");
    }
    execute(
        "UPDATE \"" + MODULE + "\".tenant_registry SET status = 'provisioning', failure = NULL");
    for (String command : List.of("status", "drift")) {
      Tool.Run run = tool.run("tenants", command);
      assertThat(run.exit()).as(command + run.all()).isEqualTo(ExitCode.DIFFERS);
      assertThat(run.all()).contains("acme, beta", "next:  ./db tenants resume acme");
    }
  }

  private String done(String... command) {
    Tool.Run run = tool.run(command);
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.DONE);
    return run.all();
  }

  private String done(String command, List<String> target, String... more) {
    return done(
        Stream.of(Stream.of(command), target.stream(), Stream.of(more))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private void in(String tenant, String sql) throws SQLException {
    try (Connection connection = db.admin().to(database(tenant)).connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private DatabaseName database(String tenant) {
    return new DatabaseName(prefix + tenant);
  }
}
