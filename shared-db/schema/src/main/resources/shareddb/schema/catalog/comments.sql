SELECT o.schema, 'comment', o.kind || ' ' || o.name, d.description
FROM (
    SELECT schema.oid AS schema, 'pg_namespace'::regclass AS class, schema.oid, 0 AS part, 'schema' AS kind, '' AS name FROM schema
    UNION ALL
    SELECT r.schema, 'pg_class'::regclass, r.oid, 0, 'relation', r.relname::text FROM relation AS r
    UNION ALL
    SELECT c.schema, 'pg_class'::regclass, c.relation, c.attnum, 'column', c.relname || '.' || c.attname FROM live_column AS c
    UNION ALL
    SELECT r.schema, 'pg_class'::regclass, i.indexrelid, 0, 'index', x.relname::text
    FROM pg_index AS i JOIN relation AS r ON r.oid = i.indrelid JOIN pg_class AS x ON x.oid = i.indexrelid
    UNION ALL
    SELECT schema.oid, 'pg_constraint'::regclass, c.oid, 0, 'constraint', c.conname::text FROM pg_constraint AS c JOIN schema ON c.connamespace = schema.oid
    UNION ALL
    SELECT r.schema, 'pg_trigger'::regclass, t.oid, 0, 'trigger', t.tgname::text FROM pg_trigger AS t JOIN relation AS r ON r.oid = t.tgrelid
    UNION ALL
    SELECT r.schema, 'pg_policy'::regclass, p.oid, 0, 'policy', p.polname::text FROM pg_policy AS p JOIN relation AS r ON r.oid = p.polrelid
    UNION ALL
    SELECT r.schema, 'pg_rewrite'::regclass, w.oid, 0, 'rule', r.relname || '.' || w.rulename FROM pg_rewrite AS w JOIN relation AS r ON r.oid = w.ev_class
    UNION ALL
    SELECT p.schema, 'pg_proc'::regclass, p.oid, 0, 'function', p.proname::text FROM routine AS p
    UNION ALL
    SELECT t.schema, 'pg_type'::regclass, t.oid, 0, 'type', t.typname::text FROM type AS t
    UNION ALL
    SELECT t.schema, 'pg_class'::regclass, a.attrelid, a.attnum, 'attribute', t.typname || '.' || a.attname
    FROM type AS t JOIN pg_type AS row ON row.oid = t.oid JOIN pg_attribute AS a ON a.attrelid = row.typrelid WHERE t.typtype = 'c'
    UNION ALL
    SELECT schema.oid, 'pg_statistic_ext'::regclass, s.oid, 0, 'statistics', s.stxname::text FROM pg_statistic_ext AS s JOIN schema ON s.stxnamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'pg_operator'::regclass, o.oid, 0, 'operator', o.oid::regoperator::text FROM pg_operator AS o JOIN schema ON o.oprnamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'pg_opclass'::regclass, c.oid, 0, 'operator class', c.opcname::text FROM pg_opclass AS c JOIN schema ON c.opcnamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'pg_opfamily'::regclass, f.oid, 0, 'operator family', f.opfname::text FROM pg_opfamily AS f JOIN schema ON f.opfnamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'pg_collation'::regclass, l.oid, 0, 'collation', l.collname::text FROM pg_collation AS l JOIN schema ON l.collnamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'pg_conversion'::regclass, c.oid, 0, 'conversion', c.conname::text FROM pg_conversion AS c JOIN schema ON c.connamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'pg_ts_config'::regclass, c.oid, 0, 'text search configuration', c.cfgname::text FROM pg_ts_config AS c JOIN schema ON c.cfgnamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'pg_ts_dict'::regclass, d.oid, 0, 'text search dictionary', d.dictname::text FROM pg_ts_dict AS d JOIN schema ON d.dictnamespace = schema.oid
    UNION ALL
    SELECT n.schema, 'pg_cast'::regclass, c.oid, 0, 'cast', c.castsource::regtype || ' to ' || c.casttarget::regtype
    FROM pg_cast AS c JOIN type AS n ON n.oid IN (c.castsource, c.casttarget) GROUP BY n.schema, c.oid, c.castsource, c.casttarget
) AS o
JOIN pg_description AS d ON d.classoid = o.class AND d.objoid = o.oid AND d.objsubid = o.part
