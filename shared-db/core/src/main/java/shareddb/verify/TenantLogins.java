package shareddb.verify;

import java.sql.SQLException;
import java.util.List;

/** Each tenant's role logs in to its own database, has its schema's data, and nothing else. */
final class TenantLogins implements Check {

  /** Each row is a sentence, of one database; its parameter is how the schemas begin. */
  private static final String TOO_MUCH =
      """
      WITH role AS (
          SELECT nspname AS schema, nspname || '_api' AS name, pg_roles.*
          FROM pg_catalog.pg_namespace
          LEFT JOIN pg_catalog.pg_roles ON rolname = nspname || '_api'
          WHERE starts_with(nspname, ?))
      SELECT name || ' is not there' FROM role WHERE oid IS NULL
      UNION ALL
      SELECT name || ' cannot log in' FROM role WHERE NOT rolcanlogin
      UNION ALL
      SELECT name || ' has the attribute ' || attribute
      FROM role
      CROSS JOIN LATERAL (VALUES ('SUPERUSER', rolsuper), ('CREATEDB', rolcreatedb),
          ('CREATEROLE', rolcreaterole), ('REPLICATION', rolreplication),
          ('BYPASSRLS', rolbypassrls), ('INHERIT', rolinherit)) AS has (attribute, value)
      WHERE value
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
      ORDER BY 1
      """;

  @Override
  public String title() {
    return "logins of the tenants";
  }

  @Override
  public Outcome look(Scene scene) throws SQLException {
    List<String> tooMuch = scene.textsOfTenants(TOO_MUCH, scene.registry().module().prefix());
    return tooMuch.isEmpty()
        ? new Outcome.Ok("each may connect to its own database, has its data, and no more")
        : new Outcome.Failed(
            TenantNames.lines(tooMuch),
            "take it back (REVOKE), or make it:  " + scene.subject().command("upgrade"));
  }
}
