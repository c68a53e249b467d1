package workshop.requirements.suite.tenants;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import workshop.requirements.suite.Statements;

/** Two tenants with a row in each of their tables, to be told apart by their names in them. */
public record TwoTenants(MadeTenant hers, MadeTenant his) {

  public static TwoTenants of(TestTenants tenants) throws SQLException {
    TwoTenants two = new TwoTenants(tenants.next(), tenants.next());
    for (MadeTenant tenant : List.of(two.hers, two.his)) {
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
}
