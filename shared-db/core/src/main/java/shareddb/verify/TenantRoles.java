package shareddb.verify;

import java.sql.SQLException;
import java.util.List;

/** Each tenant's role has its own schema's data; the API may take it, and nobody has it else. */
final class TenantRoles implements Check {

  /** Each row is a sentence; its parameters are how the schemas begin, and the API's role. */
  private static final String TOO_MUCH =
      """
      WITH wanted AS (SELECT ?::text AS prefix, ?::name AS api),
      role AS (
          SELECT nspname AS schema, nspname || '_api' AS name, pg_roles.*, wanted.api
          FROM wanted
          JOIN pg_catalog.pg_namespace ON starts_with(nspname, prefix)
          LEFT JOIN pg_catalog.pg_roles ON rolname = nspname || '_api')
      SELECT name || ' is not there' FROM role WHERE oid IS NULL
      UNION ALL
      SELECT name || ' has the attribute ' || attribute
      FROM role
      CROSS JOIN LATERAL (VALUES ('LOGIN', rolcanlogin), ('SUPERUSER', rolsuper),
          ('CREATEDB', rolcreatedb), ('CREATEROLE', rolcreaterole),
          ('REPLICATION', rolreplication), ('BYPASSRLS', rolbypassrls)) AS has (attribute, value)
      WHERE value
      UNION ALL
      SELECT name || ' has ' || privilege_type || ' on schema ' || nspname
      FROM pg_catalog.pg_namespace, LATERAL aclexplode(nspacl) AS grants
      JOIN role ON role.oid = grants.grantee
      WHERE nspname <> schema OR privilege_type = 'CREATE'
      UNION ALL
      SELECT name || ' has ' || privilege_type || ' on table ' || relation.oid::regclass
      FROM pg_catalog.pg_class AS relation
      CROSS JOIN LATERAL aclexplode(relacl) AS grants
      JOIN role ON role.oid = grants.grantee
      JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = relnamespace
      WHERE nspname <> schema OR privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')
      UNION ALL
      SELECT name || ' is a member of ' || other.rolname
      FROM role
      JOIN pg_catalog.pg_auth_members ON member = role.oid
      JOIN pg_catalog.pg_roles AS other ON other.oid = roleid
      UNION ALL
      SELECT taker.rolname || ' has what ' || name || ' may do'
      FROM role
      JOIN pg_catalog.pg_auth_members ON roleid = role.oid
      JOIN pg_catalog.pg_roles AS taker ON taker.oid = member
      WHERE NOT taker.rolsuper
        AND (taker.rolname <> api OR inherit_option OR admin_option)
      UNION ALL
      SELECT api || ' cannot take ' || name
      FROM role
      WHERE role.oid IS NOT NULL
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_auth_members
                        JOIN pg_catalog.pg_roles AS taker ON taker.oid = member
                        WHERE roleid = role.oid AND taker.rolname = api AND set_option)
      ORDER BY 1
      """;

  @Override
  public String title() {
    return "roles of the tenants";
  }

  @Override
  public Outcome look(Scene scene) throws SQLException {
    String api = scene.registry().module().api().value();
    List<String> tooMuch = scene.texts(TOO_MUCH, scene.registry().module().prefix(), api);
    return tooMuch.isEmpty()
        ? new Outcome.Ok("each has its schema's data; only " + api + " may take them")
        : new Outcome.Failed(
            TenantNames.lines(tooMuch),
            "take it back (REVOKE), or make it:  " + scene.subject().command("upgrade"));
  }
}
