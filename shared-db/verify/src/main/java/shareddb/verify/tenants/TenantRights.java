package shareddb.verify.tenants;

/**
 * SQL for the rights that no tenant's role may have, in the pattern with schemas and in the one
 * with databases.
 */
final class TenantRights {

  /**
   * The roles of all schemas of a database that begin with the parameter; a missing role is a row
   * with nulls.
   */
  static final String ROLES =
      """
      WITH role AS (
          SELECT nspname AS schema, nspname || '_api' AS name, pg_roles.*
          FROM pg_catalog.pg_namespace
          LEFT JOIN pg_catalog.pg_roles ON rolname = nspname || '_api'
          WHERE starts_with(nspname, ?))
      """;

  /** The problems of these roles, a sentence in each row. */
  static final String TOO_MUCH =
      """
      SELECT name || ' is not there' FROM role WHERE oid IS NULL
      UNION ALL
      SELECT name || ' has the attribute ' || attribute
      FROM role
      CROSS JOIN LATERAL (VALUES ('SUPERUSER', rolsuper), ('CREATEDB', rolcreatedb),
          ('CREATEROLE', rolcreaterole), ('REPLICATION', rolreplication),
          ('BYPASSRLS', rolbypassrls)) AS has (attribute, value)
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
      """;

  private TenantRights() {}
}
