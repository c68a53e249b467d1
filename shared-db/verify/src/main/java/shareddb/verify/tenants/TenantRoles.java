package shareddb.verify.tenants;

import java.sql.SQLException;
import java.util.List;
import shareddb.verify.checks.Check;
import shareddb.verify.checks.CheckContext;
import shareddb.verify.checks.CheckOutcome;

/**
 * Checks that each tenant's role has its own schema's data, and that only the API's role may take
 * it.
 */
public final class TenantRoles implements Check {

  /**
   * The problems, a sentence in each row; the parameters are the prefix of the schemas and the
   * API's role.
   */
  private static final String TOO_MUCH =
      TenantRights.ROLES
          + ", login AS (SELECT ?::name AS api)\n"
          + TenantRights.TOO_MUCH
          + """
          UNION ALL
          SELECT name || ' has the attribute LOGIN' FROM role WHERE rolcanlogin
          UNION ALL
          SELECT taker.rolname || ' has what ' || name || ' may do'
          FROM login, role
          JOIN pg_catalog.pg_auth_members AS members ON roleid = role.oid
          JOIN pg_catalog.pg_roles AS taker ON taker.oid = member
          WHERE NOT taker.rolsuper
            AND (taker.rolname <> api OR admin_option
                 -- Up to PostgreSQL 15 the role decides about it, from 16 on each membership.
                 OR coalesce((to_jsonb(members) ->> 'inherit_option')::boolean,
                             taker.rolinherit))
          UNION ALL
          SELECT api || ' cannot take ' || name
          FROM login, role
          WHERE role.oid IS NOT NULL
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_auth_members AS members
                            JOIN pg_catalog.pg_roles AS taker ON taker.oid = member
                            WHERE roleid = role.oid AND taker.rolname = api
                              AND coalesce((to_jsonb(members) ->> 'set_option')::boolean, true))
          ORDER BY 1
          """;

  @Override
  public String title() {
    return "roles of the tenants";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    String api = scene.registry().module().api().value();
    List<String> tooMuch = scene.texts(TOO_MUCH, scene.registry().module().prefix(), api);
    return tooMuch.isEmpty()
        ? new CheckOutcome.Ok("each has its schema's data; only " + api + " may take them")
        : new CheckOutcome.Failed(
            SomeTenants.lines(tooMuch),
            "take it back (REVOKE), or make it:  " + scene.subject().command("upgrade"));
  }
}
