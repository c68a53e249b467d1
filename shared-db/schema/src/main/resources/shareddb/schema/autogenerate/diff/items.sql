-- Everything in a schema that statements can be written for, a row an item: kind, key, the item it
-- belongs to, and its facts as name, value, name, value. The one parameter is the schema's name.
-- The caller has emptied search_path, so that every definition names the schema.
WITH schema AS (
    SELECT oid, nspname, nspacl, nspowner FROM pg_namespace WHERE nspname = ?
),
relation AS (
    SELECT c.*, c.oid::regclass::text AS sql,
           CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' ELSE 'table' END AS kind
    FROM pg_class AS c
    JOIN schema ON c.relnamespace = schema.oid
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S')
      AND c.relname <> 'flyway_schema_history'
      -- The sequence of an identity column is a part of that column.
      AND NOT EXISTS (SELECT FROM pg_depend AS d
                      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i' AND c.relkind = 'S')
),
sequence AS (
    SELECT s.*, format('AS %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s %s', format_type(s.seqtypid, NULL),
                       s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, CASE WHEN s.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END) AS options
    FROM pg_sequence AS s
),
live_column AS (
    SELECT a.*, r.sql AS relation, r.relowner, r.sql || '.' || quote_ident(a.attname) AS sql,
           row_number() OVER (PARTITION BY r.oid ORDER BY a.attnum) AS place
    FROM relation AS r
    JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE r.kind = 'table'
)
SELECT r.kind, r.kind || ' ' || r.sql AS key, NULL AS parent,
       ARRAY['sql', r.sql, 'name', quote_ident(r.relname),
             'unlogged', CASE WHEN r.relpersistence = 'u' THEN 'UNLOGGED' END,
             'options', (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(r.reloptions) AS o),
             'rls', CASE WHEN r.relrowsecurity THEN 'ENABLE' END,
             'forced', CASE WHEN r.relforcerowsecurity THEN 'FORCE' END,
             'query', CASE WHEN r.relkind IN ('v', 'm') THEN pg_get_viewdef(r.oid, true) END,
             'partitioned', CASE WHEN r.relkind = 'p' THEN pg_get_partkeydef(r.oid) END,
             'partition', CASE WHEN r.relispartition THEN pg_get_expr(r.relpartbound, r.oid) END,
             'inherits', (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno) FROM pg_inherits AS i WHERE i.inhrelid = r.oid),
             'options of sequence', (SELECT s.options FROM sequence AS s WHERE s.seqrelid = r.oid),
             'owned by', (SELECT d.refobjid::regclass::text || '.' || quote_ident(a.attname)
                          FROM pg_depend AS d JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                          WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype = 'a' AND r.relkind = 'S')] AS facts
FROM relation AS r

UNION ALL
SELECT 'column', 'column ' || c.sql, 'table ' || c.relation,
       ARRAY['sql', c.sql, 'name', quote_ident(c.attname), 'table', c.relation, 'place', lpad(c.place::text, 5, '0'),
             'type', format_type(c.atttypid, c.atttypmod),
             'collation', (SELECT l.oid::regcollation::text FROM pg_collation AS l JOIN pg_type AS t ON t.oid = c.atttypid
                           WHERE l.oid = c.attcollation AND l.oid <> t.typcollation),
             'not null', CASE WHEN c.attnotnull THEN coalesce(
                 (SELECT quote_ident(n.conname) FROM pg_constraint AS n WHERE n.conrelid = c.attrelid AND n.contype = 'n' AND n.conkey = ARRAY[c.attnum]), '?') END,
             'default', CASE WHEN c.attgenerated = '' THEN (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef AS d WHERE d.adrelid = c.attrelid AND d.adnum = c.attnum) END,
             'generated', CASE WHEN c.attgenerated <> '' THEN (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef AS d WHERE d.adrelid = c.attrelid AND d.adnum = c.attnum) END,
             'stored', CASE c.attgenerated WHEN 's' THEN 'STORED' WHEN 'v' THEN 'VIRTUAL' END,
             'identity', CASE c.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END,
             'options of identity', (SELECT s.options FROM pg_depend AS d JOIN sequence AS s ON s.seqrelid = d.objid
                                     WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = c.attrelid AND d.refobjsubid = c.attnum AND d.deptype = 'i' AND c.attidentity <> '')]
FROM live_column AS c

UNION ALL
SELECT 'constraint', 'constraint ' || r.sql || '.' || quote_ident(c.conname), 'table ' || r.sql,
       ARRAY['name', quote_ident(c.conname), 'table', r.sql, 'type', c.contype::text, 'definition', pg_get_constraintdef(c.oid, true)]
FROM pg_constraint AS c
JOIN relation AS r ON r.oid = c.conrelid
WHERE c.contype NOT IN ('n', 't') AND c.conislocal AND c.conparentid = 0

UNION ALL
SELECT 'constraint', 'constraint ' || t.oid::regtype::text || '.' || quote_ident(c.conname), 'domain ' || t.oid::regtype::text,
       ARRAY['name', quote_ident(c.conname), 'domain', t.oid::regtype::text, 'type', c.contype::text, 'definition', pg_get_constraintdef(c.oid, true)]
FROM pg_constraint AS c
JOIN pg_type AS t ON t.oid = c.contypid
JOIN schema ON schema.oid = t.typnamespace
WHERE c.contype <> 'n'

UNION ALL
SELECT 'index', 'index ' || i.indexrelid::regclass::text, r.kind || ' ' || r.sql,
       ARRAY['sql', i.indexrelid::regclass::text, 'name', quote_ident(x.relname), 'table', r.sql, 'definition', pg_get_indexdef(i.indexrelid)]
FROM pg_index AS i
JOIN relation AS r ON r.oid = i.indrelid
JOIN pg_class AS x ON x.oid = i.indexrelid AND NOT x.relispartition
WHERE NOT EXISTS (SELECT FROM pg_constraint AS c WHERE c.conindid = i.indexrelid AND c.conrelid = i.indrelid AND c.contype IN ('p', 'u', 'x'))

UNION ALL
SELECT 'trigger', 'trigger ' || r.sql || '.' || quote_ident(t.tgname), r.kind || ' ' || r.sql,
       ARRAY['name', quote_ident(t.tgname), 'table', r.sql, 'definition', pg_get_triggerdef(t.oid),
             'enabled', CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' END]
FROM pg_trigger AS t
JOIN relation AS r ON r.oid = t.tgrelid
WHERE NOT t.tgisinternal AND t.tgparentid = 0

UNION ALL
SELECT 'policy', 'policy ' || r.sql || '.' || quote_ident(p.polname), 'table ' || r.sql,
       ARRAY['name', quote_ident(p.polname), 'table', r.sql, 'definition', concat_ws(' ',
           'AS', CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
           'FOR', CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
           'TO', (SELECT string_agg(CASE WHEN m.role = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(m.role)) END, ', ' ORDER BY 1) FROM unnest(p.polroles) AS m(role)),
           'USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
           'WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')]
FROM pg_policy AS p
JOIN relation AS r ON r.oid = p.polrelid

UNION ALL
SELECT CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END,
       CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END || ' ' || p.oid::regprocedure::text, NULL,
       ARRAY['sql', p.oid::regprocedure::text, 'arguments', pg_get_function_arguments(p.oid), 'result', pg_get_function_result(p.oid),
             'definition', pg_get_functiondef(p.oid)]
FROM pg_proc AS p
JOIN schema ON p.pronamespace = schema.oid
WHERE p.prokind IN ('f', 'p', 'w') AND NOT EXISTS (SELECT FROM pg_depend AS own WHERE own.classid = 'pg_proc'::regclass AND own.objid = p.oid AND own.deptype = 'i')

UNION ALL
SELECT CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' ELSE 'type' END,
       CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' ELSE 'type' END || ' ' || t.oid::regtype::text, NULL,
       ARRAY['sql', t.oid::regtype::text, 'name', quote_ident(t.typname),
             'labels', (SELECT string_agg(quote_literal(e.enumlabel), E'\n' ORDER BY e.enumsortorder) FROM pg_enum AS e WHERE e.enumtypid = t.oid),
             'base', CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END,
             'collation', CASE WHEN t.typtype = 'd' THEN (SELECT l.oid::regcollation::text FROM pg_collation AS l JOIN pg_type AS b ON b.oid = t.typbasetype
                                                         WHERE l.oid = t.typcollation AND l.oid <> b.typcollation) END,
             'not null', CASE WHEN t.typnotnull THEN 'NOT NULL' END,
             'default', CASE WHEN t.typtype = 'd' THEN pg_get_expr(t.typdefaultbin, 0) END,
             'attributes', (SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
                            FROM pg_attribute AS a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)]
FROM pg_type AS t
JOIN schema ON t.typnamespace = schema.oid
LEFT JOIN pg_class AS c ON c.oid = t.typrelid
WHERE t.typtype IN ('e', 'd') OR (t.typtype = 'c' AND c.relkind = 'c')

UNION ALL
SELECT 'comment', 'comment ' || o.target, o.parent, ARRAY['on', o.target, 'text', d.description]
FROM (
    SELECT 'pg_class'::regclass AS class, r.oid, 0 AS part, r.kind || ' ' || r.sql AS parent, upper(r.kind) || ' ' || r.sql AS target FROM relation AS r
    UNION ALL
    SELECT 'pg_class'::regclass, c.attrelid, c.attnum, 'column ' || c.sql, 'COLUMN ' || c.sql FROM live_column AS c
    UNION ALL
    SELECT 'pg_class'::regclass, a.attrelid, a.attnum, r.kind || ' ' || r.sql, 'COLUMN ' || r.sql || '.' || quote_ident(a.attname)
    FROM relation AS r JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 WHERE r.relkind IN ('v', 'm')
    UNION ALL
    SELECT 'pg_class'::regclass, i.indexrelid, 0, 'index ' || i.indexrelid::regclass::text, 'INDEX ' || i.indexrelid::regclass::text
    FROM pg_index AS i JOIN relation AS r ON r.oid = i.indrelid
    UNION ALL
    SELECT 'pg_constraint'::regclass, c.oid, 0, 'constraint ' || r.sql || '.' || quote_ident(c.conname), 'CONSTRAINT ' || quote_ident(c.conname) || ' ON ' || r.sql
    FROM pg_constraint AS c JOIN relation AS r ON r.oid = c.conrelid
    UNION ALL
    SELECT 'pg_trigger'::regclass, t.oid, 0, 'trigger ' || r.sql || '.' || quote_ident(t.tgname), 'TRIGGER ' || quote_ident(t.tgname) || ' ON ' || r.sql
    FROM pg_trigger AS t JOIN relation AS r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
    UNION ALL
    SELECT 'pg_policy'::regclass, p.oid, 0, 'policy ' || r.sql || '.' || quote_ident(p.polname), 'POLICY ' || quote_ident(p.polname) || ' ON ' || r.sql
    FROM pg_policy AS p JOIN relation AS r ON r.oid = p.polrelid
    UNION ALL
    SELECT 'pg_proc'::regclass, p.oid, 0, CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END || ' ' || p.oid::regprocedure::text,
           CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END || ' ' || p.oid::regprocedure::text
    FROM pg_proc AS p JOIN schema ON p.pronamespace = schema.oid WHERE p.prokind IN ('f', 'p', 'w') AND NOT EXISTS (SELECT FROM pg_depend AS own WHERE own.classid = 'pg_proc'::regclass AND own.objid = p.oid AND own.deptype = 'i')
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid, 0, CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' ELSE 'type' END || ' ' || t.oid::regtype::text,
           CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END || ' ' || t.oid::regtype::text
    FROM pg_type AS t JOIN schema ON t.typnamespace = schema.oid WHERE t.typtype IN ('e', 'd', 'c')
    UNION ALL
    SELECT 'pg_namespace'::regclass, schema.oid, 0, NULL, 'SCHEMA ' || quote_ident(schema.nspname) FROM schema
) AS o
JOIN pg_description AS d ON d.classoid = o.class AND d.objoid = o.oid AND d.objsubid = o.part

UNION ALL
SELECT 'grant', 'grant ' || g.target || coalesce(' (' || g.part || ')', '') || ' to ' || r.name, g.parent,
       ARRAY['on', g.target, 'column', g.part, 'to', r.name,
             'privileges', string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) FILTER (WHERE NOT a.is_grantable),
             'grantable', string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) FILTER (WHERE a.is_grantable)]
FROM (
    SELECT 'SCHEMA ' || quote_ident(schema.nspname) AS target, NULL AS part, NULL AS parent, schema.nspacl AS acl, schema.nspowner AS owner FROM schema
    UNION ALL
    SELECT CASE WHEN r.relkind = 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || r.sql, NULL, r.kind || ' ' || r.sql, r.relacl, r.relowner FROM relation AS r
    UNION ALL
    SELECT 'TABLE ' || c.relation, quote_ident(c.attname), 'column ' || c.sql, c.attacl, c.relowner FROM live_column AS c
    UNION ALL
    SELECT CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END || ' ' || p.oid::regprocedure::text, NULL,
           CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END || ' ' || p.oid::regprocedure::text,
           coalesce(p.proacl, acldefault('f', p.proowner)), p.proowner
    FROM pg_proc AS p JOIN schema ON p.pronamespace = schema.oid WHERE p.prokind IN ('f', 'p', 'w') AND NOT EXISTS (SELECT FROM pg_depend AS own WHERE own.classid = 'pg_proc'::regclass AND own.objid = p.oid AND own.deptype = 'i')
) AS g
CROSS JOIN LATERAL aclexplode(g.acl) AS a
CROSS JOIN LATERAL (SELECT CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS name) AS r
WHERE a.grantee <> g.owner
GROUP BY g.target, g.part, g.parent, r.name
ORDER BY 1, 2
