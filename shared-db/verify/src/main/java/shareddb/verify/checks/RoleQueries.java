package shareddb.verify.checks;

import java.util.List;

/** Queries for rights that a role should not have; each row is a sentence about one of them. */
final class RoleQueries {

  private static final String ATTRIBUTES =
      """
      SELECT 'it has the attribute ' || attribute
      FROM (SELECT ?::name AS role, ?::name AS schema) AS wanted
      JOIN pg_catalog.pg_roles AS roles ON roles.rolname = wanted.role
      CROSS JOIN LATERAL (VALUES ('SUPERUSER', rolsuper), ('CREATEDB', rolcreatedb),
          ('CREATEROLE', rolcreaterole), ('REPLICATION', rolreplication),
          ('BYPASSRLS', rolbypassrls)) AS has (attribute, value)
      WHERE value
      """;

  /**
   * Memberships that the role should not have; the third parameter is the prefix of its tenants'
   * roles.
   */
  static final String MEMBERSHIPS =
      """
      SELECT 'it is a member of ' || quote_ident(granted.rolname)
      FROM (SELECT ?::name AS role, ?::name AS schema) AS wanted
      JOIN pg_catalog.pg_roles AS roles ON roles.rolname = wanted.role
      JOIN pg_catalog.pg_auth_members AS members ON members.member = roles.oid
      JOIN pg_catalog.pg_roles AS granted ON granted.oid = members.roleid
      -- A session has a tenant's rights only after it took the tenant's role.
      -- Up to PostgreSQL 15 the role decides about it, from 16 on each membership.
      WHERE granted.rolcanlogin OR members.admin_option
         OR coalesce((to_jsonb(members) ->> 'inherit_option')::boolean, roles.rolinherit)
         OR NOT starts_with(granted.rolname, ?)
      """;

  private static final String SCHEMAS =
      """
      SELECT 'it has ' || privilege || ' on schema ' || quote_ident(nspname)
      FROM (SELECT ?::name AS role, ?::name AS schema) AS wanted,
           pg_catalog.pg_namespace,
           (VALUES ('USAGE'), ('CREATE')) AS privileges (privilege)
      WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
        AND (nspname <> wanted.schema AND NOT starts_with(nspname, wanted.schema || '@')
             OR privilege = 'CREATE')
        AND has_schema_privilege(wanted.role, pg_namespace.oid, privilege)
      ORDER BY 1
      """;

  /** Rights on tables. The role may read and write rows of its own schema, and nothing else. */
  private static final String TABLES =
      """
      SELECT 'it has ' || privilege || ' on table ' || relations.oid::regclass
      FROM (SELECT ?::name AS role, ?::name AS schema) AS wanted,
           pg_catalog.pg_class AS relations
           JOIN pg_catalog.pg_namespace AS schemas ON schemas.oid = relations.relnamespace,
           (VALUES ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('REFERENCES'),
                   ('TRIGGER')) AS privileges (privilege)
      WHERE relations.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND nspname !~ '^pg_' AND nspname <> 'information_schema'
        AND CASE WHEN nspname <> wanted.schema AND NOT starts_with(nspname, wanted.schema || '@')
                      THEN true
                 WHEN relname = 'flyway_schema_history' THEN privilege <> 'SELECT'
                 ELSE privilege IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')
            END
        AND has_table_privilege(wanted.role, relations.oid, privilege)
      ORDER BY 1
      """;

  private static final String DATABASE =
      """
      SELECT 'it has ' || privilege || ' on database ' || quote_ident(current_database())
      FROM (SELECT ?::name AS role, ?::name AS schema) AS wanted,
           (VALUES ('CREATE'), ('TEMPORARY')) AS privileges (privilege)
      WHERE has_database_privilege(wanted.role, current_database(), privilege)
      """;

  private static final String OWNED =
      """
      SELECT 'it owns ' || pg_describe_object(classid, objid, objsubid)
      FROM (SELECT ?::name AS role, ?::name AS schema) AS wanted
      JOIN pg_catalog.pg_roles AS roles ON roles.rolname = wanted.role
      JOIN pg_catalog.pg_shdepend AS depends
        ON depends.refclassid = 'pg_catalog.pg_authid'::regclass AND depends.refobjid = roles.oid
      WHERE deptype = 'o'
        AND dbid IN (0, (SELECT oid FROM pg_catalog.pg_database
                         WHERE datname = current_database()))
      """;

  /**
   * Other databases that the role may connect to. On the workshop's own server, each database is
   * closed to all roles without a grant.
   */
  static final String OTHER_DATABASES =
      """
      SELECT datname
      FROM (SELECT ?::name AS role) AS wanted, pg_catalog.pg_database
      WHERE datname <> current_database() AND datallowconn
        AND has_database_privilege(wanted.role, pg_database.oid, 'CONNECT')
      ORDER BY 1
      """;

  private RoleQueries() {}

  static List<String> all() {
    return List.of(ATTRIBUTES, SCHEMAS, TABLES, DATABASE, OWNED);
  }
}
