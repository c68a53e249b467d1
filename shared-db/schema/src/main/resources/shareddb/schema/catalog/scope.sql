-- The schemas, and their relations and columns. Every part reads them.
-- What search_path holds is named without its schema: where the caller has set it to the one schema
-- alone, two that were made by the same scripts give the same rows; where it is empty, every object
-- is named with its schema.
-- The history table is left out: it tells how a schema came about, not what it is. So is what an
-- extension made: of the extension itself there is one row.
WITH schema AS (
    SELECT oid, nspname, nspacl, nspowner
    FROM pg_namespace
    WHERE nspname = ANY (?)
),
of_extension AS (
    SELECT classid, objid
    FROM pg_depend
    WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
),
relation AS (
    SELECT schema.oid AS schema, schema.nspowner, c.oid, c.relname, c.relkind, c.relacl, c.relowner,
           c.relrowsecurity, c.relforcerowsecurity, c.relpersistence, c.reloptions, c.relispartition,
           c.relam, c.reltablespace, c.relreplident, c.reloftype, c.reltoastrelid
    FROM pg_class AS c
    JOIN schema ON c.relnamespace = schema.oid
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
      AND c.relname <> 'flyway_schema_history'
      AND NOT EXISTS (SELECT FROM of_extension WHERE classid = 'pg_class'::regclass AND objid = c.oid)
),
live_column AS (
    SELECT r.schema, r.oid AS relation, r.relname, r.relowner, a.attname, a.attnum, a.atttypid, a.atttypmod,
           a.attnotnull, a.attidentity, a.attgenerated, a.attcollation, a.attacl, a.attstorage,
           a.attcompression, a.attstattarget, a.attoptions, a.attfdwoptions, a.attislocal,
           -- Dropped columns leave gaps in attnum: the place among the living ones counts.
           row_number() OVER (PARTITION BY r.oid ORDER BY a.attnum) AS place
    FROM relation AS r
    JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f')
),
routine AS (
    SELECT p.oid, p.proname, p.prokind, p.proacl, p.proowner, p.proparallel, p.provolatile,
           schema.oid AS schema, schema.nspname, schema.nspowner,
           p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name
    FROM pg_proc AS p
    JOIN schema ON p.pronamespace = schema.oid
    WHERE NOT EXISTS (SELECT FROM of_extension WHERE classid = 'pg_proc'::regclass AND objid = p.oid)
),
-- Neither the row type of a table nor the type of an array, which come and go with another object.
type AS (
    SELECT t.oid, t.typname, t.typtype, t.typacl, t.typowner, schema.oid AS schema, schema.nspowner
    FROM pg_type AS t
    JOIN schema ON t.typnamespace = schema.oid
    LEFT JOIN pg_class AS c ON c.oid = t.typrelid
    WHERE (t.typtype IN ('e', 'd', 'r')
           OR (t.typtype = 'c' AND c.relkind = 'c')
           OR (t.typtype = 'p' AND NOT t.typisdefined)
           OR (t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_type AS element WHERE element.typarray = t.oid)))
      AND NOT EXISTS (SELECT FROM of_extension WHERE classid = 'pg_type'::regclass AND objid = t.oid)
)
