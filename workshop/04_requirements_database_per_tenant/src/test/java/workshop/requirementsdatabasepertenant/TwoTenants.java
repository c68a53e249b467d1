package workshop.requirementsdatabasepertenant;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import shareddb.testing.TestDatabase;
import workshop.requirements.suite.Statements;

/** Two tenants with a row in each of their tables, to be told apart by their names in them. */
record TwoTenants(Tenants.Made hers, Tenants.Made his) {

  static final String SHARED = "\"04_requirements_database_per_tenant\"";

  static TwoTenants in(TestDatabase db) throws SQLException {
    Tenants tenants = new Tenants(db);
    TwoTenants two = new TwoTenants(tenants.next(), tenants.next());
    try (Connection admin = db.admin().connect()) {
      for (Tenants.Made tenant : List.of(two.hers, two.his)) {
        Statements.run(
            admin,
            """
            SET search_path = %1$s;
            INSERT INTO person (email, role) VALUES ('%2$s@example.org', 'owner');
            INSERT INTO groups (name) VALUES ('g');
            INSERT INTO requirements (title, group_id) VALUES ('%2$s', 1);
            UPDATE requirements SET text = title
            """
                .formatted(tenant.schema().quoted(), tenant.name()));
      }
    }
    return two;
  }

  /** What a request of this tenant begins with. */
  static void enter(Connection api, Tenants.Made tenant) throws SQLException {
    Statements.run(
        api,
        "SET LOCAL ROLE %s; SET LOCAL search_path = %s, pg_temp"
            .formatted(role(tenant), tenant.schema().quoted()));
  }

  static String role(Tenants.Made tenant) {
    return new Tenant(tenant.name(), tenant.schema()).role().quoted();
  }
}
