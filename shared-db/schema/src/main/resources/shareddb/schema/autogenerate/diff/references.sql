-- Which item of a schema cannot be without which other one: the keys of both.
-- The one parameter is the schema's name; search_path is empty.
WITH schema AS (
    SELECT oid FROM pg_namespace WHERE nspname = ?
),
relation AS (
    SELECT c.oid, c.oid::regclass::text AS sql, c.reltype, c.relkind,
           CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' ELSE 'table' END AS kind
    FROM pg_class AS c
    JOIN schema ON c.relnamespace = schema.oid
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S')
),
item AS (
    SELECT 'pg_class'::regclass AS class, r.oid, 0 AS part, r.kind || ' ' || r.sql AS key FROM relation AS r
    UNION ALL
    SELECT 'pg_class'::regclass, a.attrelid, a.attnum, CASE r.kind WHEN 'table' THEN 'column ' || r.sql || '.' || quote_ident(a.attname) ELSE r.kind || ' ' || r.sql END
    FROM relation AS r JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT 'pg_attrdef'::regclass, d.oid, 0, 'column ' || r.sql || '.' || quote_ident(a.attname)
    FROM relation AS r JOIN pg_attrdef AS d ON d.adrelid = r.oid JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum = d.adnum
    UNION ALL
    SELECT 'pg_rewrite'::regclass, w.oid, 0, r.kind || ' ' || r.sql FROM relation AS r JOIN pg_rewrite AS w ON w.ev_class = r.oid AND r.kind <> 'table'
    UNION ALL
    SELECT 'pg_type'::regclass, r.reltype, 0, r.kind || ' ' || r.sql FROM relation AS r WHERE r.reltype <> 0
    UNION ALL
    SELECT 'pg_type'::regclass, t.typarray, 0, r.kind || ' ' || r.sql FROM relation AS r JOIN pg_type AS t ON t.oid = r.reltype AND t.typarray <> 0
    UNION ALL
    SELECT 'pg_constraint'::regclass, c.oid, 0, 'constraint ' || r.sql || '.' || quote_ident(c.conname) FROM pg_constraint AS c JOIN relation AS r ON r.oid = c.conrelid WHERE c.contype <> 'n'
    UNION ALL
    SELECT 'pg_constraint'::regclass, c.oid, 0, 'constraint ' || t.oid::regtype::text || '.' || quote_ident(c.conname)
    FROM pg_constraint AS c JOIN pg_type AS t ON t.oid = c.contypid JOIN schema ON schema.oid = t.typnamespace
    UNION ALL
    SELECT 'pg_class'::regclass, i.indexrelid, 0, coalesce('constraint ' || r.sql || '.' || quote_ident(c.conname), 'index ' || i.indexrelid::regclass::text)
    FROM pg_index AS i JOIN relation AS r ON r.oid = i.indrelid
    LEFT JOIN pg_constraint AS c ON c.conindid = i.indexrelid AND c.conrelid = i.indrelid AND c.contype IN ('p', 'u', 'x')
    UNION ALL
    SELECT 'pg_trigger'::regclass, t.oid, 0, 'trigger ' || r.sql || '.' || quote_ident(t.tgname) FROM pg_trigger AS t JOIN relation AS r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
    UNION ALL
    SELECT 'pg_policy'::regclass, p.oid, 0, 'policy ' || r.sql || '.' || quote_ident(p.polname) FROM pg_policy AS p JOIN relation AS r ON r.oid = p.polrelid
    UNION ALL
    SELECT 'pg_proc'::regclass, p.oid, 0, CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END || ' ' || p.oid::regprocedure::text
    FROM pg_proc AS p JOIN schema ON p.pronamespace = schema.oid WHERE p.prokind IN ('f', 'p', 'w')
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid, 0, CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' ELSE 'type' END || ' ' || t.oid::regtype::text
    FROM pg_type AS t JOIN schema ON t.typnamespace = schema.oid WHERE t.typtype IN ('e', 'd') OR (t.typtype = 'c' AND t.typrelid NOT IN (SELECT oid FROM relation))
    UNION ALL
    SELECT 'pg_type'::regclass, t.typarray, 0, CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' ELSE 'type' END || ' ' || t.oid::regtype::text
    FROM pg_type AS t JOIN schema ON t.typnamespace = schema.oid WHERE t.typarray <> 0 AND (t.typtype IN ('e', 'd') OR (t.typtype = 'c' AND t.typrelid NOT IN (SELECT oid FROM relation)))
)
SELECT DISTINCT dependent.key, referenced.key
FROM pg_depend AS d
JOIN item AS dependent ON dependent.class = d.classid AND dependent.oid = d.objid AND dependent.part = d.objsubid
JOIN item AS referenced ON referenced.class = d.refclassid AND referenced.oid = d.refobjid AND referenced.part = d.refobjsubid
WHERE dependent.key <> referenced.key
  -- That a sequence belongs to a column says when it goes, not what it needs.
  AND NOT (d.deptype = 'a' AND dependent.key LIKE 'sequence %')
