package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.cli.command.ExitCode;
import tools.jackson.databind.ObjectMapper;

/** One statement on all tenants. */
final class TenantSqlTest extends TenantsCase {

  @Test
  void allRowsAreOneTableWithTheTenantFirst() throws SQLException {
    tenants("acme", "beta");
    execute("INSERT INTO \"07_tenant_beta\".notes (body) VALUES ('one'), ('two')");
    Tool.Run run = tool.run("tenants", "sql", "SELECT count(*) AS notes FROM notes");
    assertThat(run.out())
        .startsWith(
            """
            tenant | notes
            -------+------
            acme   |     0
            beta   |     2
            (2 rows)
            """)
        .containsPattern("2 tenants, in \\d+ ms\n$");
    assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("tenants", "sql", "SELECT body FROM notes ORDER BY 1", "--csv").out())
        .isEqualTo("tenant,body\r\nbeta,one\r\nbeta,two\r\n");
    assertThat(tool.run("tenants", "sql", "SELECT 1 AS one", "--tenant", "beta", "--csv").out())
        .isEqualTo("tenant,one\r\nbeta,1\r\n");
  }

  @Test
  void manyRowsOfEachTenantComeInTheTenantsOrder() throws SQLException {
    tenants("acme", "beta", "gamma");
    List<String> lines =
        tool.run(
                "tenants",
                "sql",
                "SELECT n FROM generate_series(1, 3001) AS n",
                "--connections",
                "2",
                "--csv")
            .out()
            .lines()
            .toList();
    assertThat(lines).hasSize(1 + 3 * 3001).startsWith("tenant,n", "acme,1", "acme,2");
    assertThat(lines.get(3001)).isEqualTo("acme,3001");
    assertThat(lines.get(3002)).isEqualTo("beta,1");
    assertThat(lines.getLast()).isEqualTo("gamma,3001");
  }

  @Test
  void aTenantOnWhichItFailsIsListedAndTheOthersAnswer() throws SQLException {
    tenants("acme", "beta", "gamma");
    execute("ALTER TABLE \"07_tenant_beta\".notes ADD COLUMN extra int");
    execute("ALTER TABLE \"07_tenant_gamma\".notes RENAME TO renamed");
    Tool.Run run = tool.run("tenants", "sql", "SELECT * FROM notes");
    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(run.out()).contains("(0 rows)\n1 tenant, in ");
    assertThat(run.err())
        .contains("it failed on 2 tenants")
        .contains("1 (beta): its columns are id int8, body text, extra int4, and those before")
        .contains("1 (gamma): relation \"notes\" does not exist (SQLSTATE 42P01)");
  }

  @Test
  @SuppressWarnings("unchecked")
  void programsReadOneObject() throws SQLException {
    tenants("acme", "beta");
    execute("DROP SCHEMA \"07_tenant_beta\" CASCADE");
    Tool.Run run = tool.run("tenants", "sql", "SELECT 7 AS n", "--json");
    Map<String, Object> document = new ObjectMapper().readValue(run.out(), Map.class);
    assertThat(document)
        .containsEntry("track", "07_test_tenants/tenant")
        .containsEntry("tenants", 2)
        .containsEntry("rows", List.of(Map.of("tenant", "acme", "n", 7)));
    assertThat((List<Map<String, Object>>) document.get("failed"))
        .singleElement()
        .satisfies(failed -> assertThat(failed.get("error")).asString().contains("does not exist"));
    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO notes (body) VALUES ('x')",
        "WITH off AS MATERIALIZED (SELECT set_config('transaction_read_only', 'off', true) AS s)"
            + " SELECT s FROM off",
        "DELETE FROM notes"
      })
  void withoutWriteNothingCanBeChanged(String statement) throws SQLException {
    tenants("acme");
    Tool.Run run = tool.run("tenants", "sql", statement, "--admin");
    assertThat(run.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(run.err()).contains("it failed on 1 tenant");
    assertThat(rows("SELECT count(*) FROM \"07_tenant_acme\".notes")).containsExactly("0");
  }

  @Test
  void withWriteEachTenantsChangeIsCommitted() throws SQLException {
    tenants("acme", "beta");
    Tool.Run run =
        tool.run(
            "tenants", "sql", "INSERT INTO notes (body) VALUES ('x'), ('y')", "--write", "--csv");
    assertThat(run.all()).isEqualTo("tenant,changed\r\nacme,2\r\nbeta,2\r\n");
    assertThat(rows("SELECT count(*) FROM \"07_tenant_beta\".notes")).containsExactly("2");
  }

  @Test
  void aStatementThatTakesTooLongIsCancelled() throws SQLException {
    tenants("acme");
    assertThat(tool.run("tenants", "sql", "SELECT pg_sleep(60)", "--timeout", "1").err())
        .contains("1 (acme): canceling statement due to statement timeout (SQLSTATE 57014)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1; SELECT 2", "", "COMMIT", "VACUUM", "COPY notes FROM STDIN"})
  void whatIsNoStatementForOneTransactionIsRefused(String statement) throws SQLException {
    tenants("acme");
    assertThat(tool.run("tenants", "sql", statement).exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void itIsTheTenantsRoleUnlessTheAdministratorIsAskedFor() throws SQLException {
    tenants("acme");
    String who = "SELECT current_user AS who";
    assertThat(tool.run("tenants", "sql", who, "--csv").out()).contains("acme,07_tenant_acme_api");
    assertThat(tool.run("tenants", "sql", who, "--admin", "--csv").out())
        .contains("acme," + db.admin().user());
  }
}
