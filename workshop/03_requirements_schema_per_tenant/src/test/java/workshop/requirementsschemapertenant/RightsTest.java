package workshop.requirementsschemapertenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.names.Sha256;
import shareddb.tracktesting.MigratedDatabase;
import workshop.requirements.suite.Statements;
import workshop.requirements.suite.tenants.MadeTenant;
import workshop.requirements.suite.tenants.TwoTenants;

/** What the wall is made of: roles, one door, and nothing that tells of others beside it. */
class RightsTest {

  @RegisterExtension
  static final MigratedDatabase db = MigratedDatabase.of("03_requirements_schema_per_tenant");

  private static MadeTenant hers;
  private static MadeTenant his;

  private Connection api;

  @BeforeAll
  static void twoTenants() throws SQLException {
    TwoTenants two = TwoTenants.of(new Tenants(db));
    hers = two.hers();
    his = two.his();
  }

  @BeforeEach
  void begin() throws SQLException {
    api = db.api().connect();
    api.setAutoCommit(false);
  }

  @AfterEach
  void end() throws SQLException {
    api.rollback();
    api.close();
  }

  /** What the server keeps for itself tells of rows too: the commonest values, the last numbers. */
  @Test
  void noStatisticsAndNoSequenceTellsOfOthers() throws SQLException {
    try (Connection admin = db.admin().connect()) {
      for (MadeTenant tenant : List.of(hers, his)) {
        Statements.run(admin, "ANALYZE " + tenant.schema().quoted("requirements"));
      }
    }
    String tables = "SELECT DISTINCT schemaname FROM pg_stats WHERE tablename = 'requirements'";
    String numbers =
        "SELECT sequencename FROM pg_sequences"
            + " WHERE schemaname LIKE '03%' AND last_value IS NOT NULL";

    assertThat(Statements.column(api, tables)).isEmpty();
    assertThat(Statements.column(api, numbers)).isEmpty();
    Session.enter(api, hers);
    assertThat(Statements.column(api, tables)).containsExactly(hers.schema().value());
    assertThat(Statements.column(api, numbers)).isEmpty();
  }

  @Test
  void theDoorShowsTheTenantOfAKeyOrAHostAndNoOther() throws SQLException {
    String hash = "'" + Sha256.of(hers.key()) + "'";
    assertThat(door(hash + ", NULL")).containsExactly(hers.name());
    assertThat(door("NULL, '" + his.domain() + "'")).containsExactly(his.name());
    assertThat(door(hash + ", '" + his.domain() + "'")).hasSize(2);
    for (String nobody :
        List.of("NULL, NULL", "'', ''", "'%', '%'", "'" + hers.key() + "', NULL")) {
      assertThat(door(nobody)).as(nobody).isEmpty();
    }
  }

  /**
   * As the fleet made them: none inherits, so a tenant's rights hold only where its role is taken.
   */
  @Test
  void theLoginTakesRolesAndHasNoneOfTheirRights() throws SQLException {
    try (Connection admin = db.admin().connect()) {
      assertThat(
              Statements.column(
                  admin,
                  """
                  SELECT DISTINCT concat_ws(' ', member.inherit_option, member.set_option,
                                            member.admin_option, role.rolcanlogin, role.rolinherit)
                  FROM pg_auth_members AS member
                  JOIN pg_roles AS role ON role.oid = member.roleid
                  WHERE member.member = '"03_requirements_schema_per_tenant_api"'::regrole
                  """))
          .containsExactly("f t f f f");
    }
  }

  private List<String> door(String arguments) throws SQLException {
    return Statements.column(
        api, "SELECT tenant_name FROM " + Session.SHARED + ".tenant_of(" + arguments + ")");
  }
}
