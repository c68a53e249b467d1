package workshop.requirementsdatabasepertenant;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import shareddb.migrate.ApiRole;
import workshop.requirements.suite.Statements;

/** Two tenants with a row in each of their tables, to be told apart by their names in them. */
record TwoTenants(Tenants.Made hers, Tenants.Made his) {

  static TwoTenants of(Tenants tenants) throws SQLException {
    TwoTenants two = new TwoTenants(tenants.next(), tenants.next());
    for (Tenants.Made tenant : List.of(two.hers, two.his)) {
      try (Connection admin = tenant.target().admin().connect()) {
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

  /** As the API logs in for her, and what it says at the beginning of each request. */
  Connection enter() throws SQLException {
    Connection api = ApiRole.login(hers.target()).connect();
    api.setAutoCommit(false);
    Statements.run(api, "SET search_path = %s, pg_temp".formatted(hers.schema().quoted()));
    api.commit();
    return api;
  }
}
