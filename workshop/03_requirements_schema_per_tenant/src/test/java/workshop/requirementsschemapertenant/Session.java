package workshop.requirementsschemapertenant;

import java.sql.Connection;
import java.sql.SQLException;
import workshop.requirements.suite.Statements;
import workshop.requirements.suite.tenants.MadeTenant;

/** What the API says in its sessions, in the words of SQL. */
final class Session {

  static final String SHARED = "\"03_requirements_schema_per_tenant\"";

  private Session() {}

  /** What a request of this tenant begins with. */
  static void enter(Connection api, MadeTenant tenant) throws SQLException {
    Statements.run(
        api,
        "SET LOCAL ROLE %s; SET LOCAL search_path = %s, pg_temp"
            .formatted(role(tenant), tenant.schema().quoted()));
  }

  static String role(MadeTenant tenant) {
    return new Tenant(tenant.name(), tenant.schema()).role().quoted();
  }
}
