package shareddb.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.jdbc.Query;

/**
 * Lets the next script use values that a script has added to an enum type. Before COMMIT, Postgres
 * lets no statement use such a value; from version 17 on, a value of a new type can be used. An
 * upgrade commits after each script. If all scripts are one transaction, the next script needs this
 * class.
 */
public final class NewEnumValues {

  private static final int NEW_TYPES_ARE_SAFE = 17;

  /**
   * Postgres remembers an added value by its OID until the end of the transaction. No row can hold
   * the value yet, so it gets another OID. The new OID is odd, because Postgres sorts even ones by
   * their number.
   */
  private static final String NEW_OIDS =
      """
      DO $workshop$
      DECLARE
        added record;
        odd oid;
      BEGIN
        FOR added IN
          SELECT value.oid, enumlabel AS label, pg_catalog.format('%I.%I', nspname, typname) AS type
          FROM pg_catalog.pg_enum AS value
          JOIN pg_catalog.pg_type AS type ON type.oid = enumtypid
          JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = typnamespace
          WHERE pg_catalog.age(value.xmin) <= 0
            AND (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user)
        LOOP
          BEGIN
            EXECUTE pg_catalog.format('SELECT %L::%s', added.label, added.type);
          EXCEPTION WHEN unsafe_new_enum_value_usage THEN
            LOOP
              odd := pg_catalog.pg_nextoid('pg_catalog.pg_enum', 'oid',
                                           'pg_catalog.pg_enum_oid_index');
              EXIT WHEN odd::bigint % 2 = 1;
            END LOOP;
            UPDATE pg_catalog.pg_enum SET oid = odd WHERE oid = added.oid;
          END;
        END LOOP;
      END
      $workshop$
      """;

  private NewEnumValues() {}

  /** For a transaction that is rolled back: values of existing types become usable too. */
  public static void makeUsable(Connection connection) throws SQLException {
    Query.execute(connection, NEW_OIDS);
  }

  /** For a transaction that makes a whole new schema and may be committed. */
  public static void makeUsableInNewSchema(Connection connection) throws SQLException {
    if (connection.getMetaData().getDatabaseMajorVersion() < NEW_TYPES_ARE_SAFE) {
      makeUsable(connection);
    }
  }
}
