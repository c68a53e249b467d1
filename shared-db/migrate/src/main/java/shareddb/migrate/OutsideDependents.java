package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;

/**
 * The objects outside of a schema that {@code DROP SCHEMA … CASCADE} would drop with it. An object
 * that belongs to another one of the list, such as a table's index, is left out.
 */
public final class OutsideDependents {

  /**
   * Follows the catalog's dependencies as {@code DROP SCHEMA … CASCADE} does: from an object to all
   * objects that depend on it, and from a part to its whole.
   */
  private static final String SQL =
      """
      WITH RECURSIVE doomed (classid, objid, objsubid) AS (
          SELECT 'pg_catalog.pg_namespace'::regclass::oid, oid, 0
          FROM pg_catalog.pg_namespace
          WHERE nspname = ?
          UNION
          SELECT next.classid, next.objid, next.objsubid
          FROM doomed
          CROSS JOIN LATERAL (
              SELECT classid, objid, objsubid
              FROM pg_catalog.pg_depend
              WHERE refclassid = doomed.classid AND refobjid = doomed.objid
                AND doomed.objsubid IN (0, refobjsubid)
              UNION ALL
              SELECT refclassid, refobjid, refobjsubid
              FROM pg_catalog.pg_depend
              WHERE classid = doomed.classid AND objid = doomed.objid AND deptype IN ('i', 'e')
          ) AS next
      ), placed AS (
          SELECT doomed.*, object.type, object.identity,
                 coalesce(
                     object.schema,
                     (SELECT quote_ident(nspname)
                      FROM pg_catalog.pg_namespace
                      JOIN pg_catalog.pg_class AS class ON class.relnamespace = pg_namespace.oid
                      WHERE class.oid = coalesce(
                          (SELECT ev_class FROM pg_catalog.pg_rewrite WHERE oid = objid
                           AND classid = 'pg_catalog.pg_rewrite'::regclass),
                          (SELECT tgrelid FROM pg_catalog.pg_trigger WHERE oid = objid
                           AND classid = 'pg_catalog.pg_trigger'::regclass),
                          (SELECT polrelid FROM pg_catalog.pg_policy WHERE oid = objid
                           AND classid = 'pg_catalog.pg_policy'::regclass),
                          (SELECT adrelid FROM pg_catalog.pg_attrdef WHERE oid = objid
                           AND classid = 'pg_catalog.pg_attrdef'::regclass)))) AS place
          FROM doomed
          CROSS JOIN LATERAL
              pg_catalog.pg_identify_object(classid, objid, objsubid) AS object
      ), outside AS (
          SELECT *
          FROM placed
          WHERE place <> quote_ident(?)
             OR place IS NULL AND type IN (
                 'extension', 'event trigger', 'language', 'access method',
                 'publication relation', 'publication namespace', 'foreign-data wrapper')
      )
      SELECT type || ' ' || identity
      FROM outside
      WHERE NOT EXISTS (
          SELECT
          FROM pg_catalog.pg_depend AS part
          JOIN outside AS whole
            ON whole.classid = part.refclassid AND whole.objid = part.refobjid
           AND whole.objsubid IN (0, part.refobjsubid)
          WHERE part.classid = outside.classid AND part.objid = outside.objid
            AND part.deptype IN ('i', 'a', 'e', 'P', 'S')
            AND (whole.classid, whole.objid) <> (outside.classid, outside.objid))
        AND type NOT LIKE 'toast %'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger
                        WHERE oid = objid AND tgisinternal
                          AND classid = 'pg_catalog.pg_trigger'::regclass)
      ORDER BY 1
      """;

  private OutsideDependents() {}

  /** Each object as its kind and its full name, in alphabetical order. */
  public static List<String> of(Connection connection, Target target) throws SQLException {
    String schema = target.schema().value();
    return Query.of(connection, SQL, schema, schema).list(row -> row.getString(1));
  }

  /** The same without extensions, because the track's scripts may create these again. */
  public static List<String> irreplaceable(List<String> dependents) {
    return dependents.stream().filter(one -> !one.startsWith("extension ")).toList();
  }
}
