package shareddb.verify.tenants;

import java.sql.SQLException;
import java.util.List;
import shareddb.verify.checks.Check;
import shareddb.verify.checks.CheckContext;
import shareddb.verify.checks.CheckOutcome;

/**
 * Checks that each tenant's role can log in to its own database, use its schema's data, and do
 * nothing else.
 */
public final class TenantLogins implements Check {

  /**
   * The problems of one database, a sentence in each row; the parameter is the prefix of the
   * schemas.
   */
  private static final String TOO_MUCH =
      TenantRights.ROLES
          + TenantRights.TOO_MUCH
          + """
          UNION ALL
          SELECT name || ' cannot log in' FROM role WHERE NOT rolcanlogin
          UNION ALL
          SELECT name || ' has the attribute INHERIT' FROM role WHERE rolinherit
          UNION ALL
          SELECT name || ' has ' || privilege_type || ' on database ' || datname
          FROM pg_catalog.pg_database, LATERAL aclexplode(datacl) AS grants
          JOIN role ON role.oid = grants.grantee
          WHERE datname <> current_database() OR privilege_type <> 'CONNECT'
          UNION ALL
          SELECT name || ' has no CONNECT on ' || current_database()
          FROM role
          WHERE role.oid IS NOT NULL
            AND NOT has_database_privilege(role.oid, current_database(), 'CONNECT')
          UNION ALL
          SELECT 'everybody has ' || privilege_type || ' on database ' || datname
          FROM pg_catalog.pg_database,
               LATERAL aclexplode(coalesce(datacl, acldefault('d', datdba))) AS grants
          WHERE datname = current_database() AND grants.grantee = 0
          ORDER BY 1
          """;

  @Override
  public String title() {
    return "logins of the tenants";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    List<String> tooMuch = scene.textsOfTenants(TOO_MUCH, scene.registry().module().prefix());
    return tooMuch.isEmpty()
        ? new CheckOutcome.Ok("each may connect to its own database, has its data, and no more")
        : new CheckOutcome.Failed(
            SomeTenants.lines(tooMuch),
            "take it back (REVOKE), or make it:  " + scene.subject().command("upgrade"));
  }
}
