-- What was granted to other roles than the owner.
SELECT g.schema, 'grant', g.object || ' to ' || CASE WHEN a.grantee = 0 THEN 'public' ELSE pg_get_userbyid(a.grantee) END,
       string_agg(a.privilege_type || CASE WHEN a.is_grantable THEN ' with grant option' ELSE '' END, ', ' ORDER BY a.privilege_type)
FROM (
    SELECT schema.oid AS schema, 'schema' AS object, schema.nspacl AS acl, schema.nspowner AS owner FROM schema
    UNION ALL
    SELECT r.schema, r.relname::text, r.relacl, r.relowner FROM relation AS r
    UNION ALL
    SELECT c.schema, c.relname || '.' || c.attname, c.attacl, c.relowner FROM live_column AS c
    UNION ALL
    SELECT p.schema, p.name, coalesce(p.proacl, acldefault('f', p.proowner)), p.proowner FROM routine AS p
    UNION ALL
    -- PUBLIC may use every type until that is revoked.
    SELECT t.schema, 'type ' || t.typname, array_remove(t.typacl, makeaclitem(0, t.typowner, 'USAGE', false)), t.typowner FROM type AS t
) AS g
CROSS JOIN LATERAL aclexplode(g.acl) AS a
WHERE a.grantee <> g.owner
GROUP BY 1, 2, 3

UNION ALL
-- What was revoked of the rights that an owner, and PUBLIC on a type, has from the beginning.
SELECT g.schema, 'grant', g.object || ' to ' || CASE WHEN a.grantee = 0 THEN 'public' ELSE 'its owner' END, 'without ' || string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type)
FROM (
    SELECT schema.oid AS schema, 'schema' AS object, schema.nspacl AS acl, schema.nspowner AS owner, 'n' AS kind FROM schema
    UNION ALL
    SELECT r.schema, r.relname::text, r.relacl, r.relowner, CASE r.relkind WHEN 'S' THEN 's' ELSE 'r' END FROM relation AS r
    UNION ALL
    SELECT p.schema, p.name, p.proacl, p.proowner, 'f' FROM routine AS p
    UNION ALL
    SELECT t.schema, 'type ' || t.typname, t.typacl, t.typowner, 'T' FROM type AS t
) AS g
CROSS JOIN LATERAL aclexplode(acldefault(g.kind::"char", g.owner)) AS a
WHERE g.acl IS NOT NULL AND (a.grantee = g.owner OR g.kind = 'T')
  AND NOT EXISTS (SELECT FROM aclexplode(g.acl) AS has WHERE has.grantee = a.grantee AND has.privilege_type = a.privilege_type)
GROUP BY 1, 2, 3

UNION ALL
-- The owner of a schema owns all that is in it; an object that another role owns has a row.
SELECT o.schema, 'owner', o.object, pg_get_userbyid(o.owner)
FROM (
    SELECT r.schema, r.relname::text AS object, r.relowner AS owner, r.nspowner FROM relation AS r
    UNION ALL
    SELECT p.schema, p.name, p.proowner, p.nspowner FROM routine AS p
    UNION ALL
    SELECT t.schema, 'type ' || t.typname, t.typowner, t.nspowner FROM type AS t
    UNION ALL
    SELECT schema.oid, 'statistics ' || s.stxname, s.stxowner, schema.nspowner
    FROM pg_statistic_ext AS s JOIN schema ON s.stxnamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'operator ' || o.oid::regoperator, o.oprowner, schema.nspowner
    FROM pg_operator AS o JOIN schema ON o.oprnamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'operator class ' || c.opcname, c.opcowner, schema.nspowner
    FROM pg_opclass AS c JOIN schema ON c.opcnamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'operator family ' || f.opfname, f.opfowner, schema.nspowner
    FROM pg_opfamily AS f JOIN schema ON f.opfnamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'collation ' || l.collname, l.collowner, schema.nspowner
    FROM pg_collation AS l JOIN schema ON l.collnamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'conversion ' || c.conname, c.conowner, schema.nspowner
    FROM pg_conversion AS c JOIN schema ON c.connamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'text search configuration ' || c.cfgname, c.cfgowner, schema.nspowner
    FROM pg_ts_config AS c JOIN schema ON c.cfgnamespace = schema.oid
    UNION ALL
    SELECT schema.oid, 'text search dictionary ' || d.dictname, d.dictowner, schema.nspowner
    FROM pg_ts_dict AS d JOIN schema ON d.dictnamespace = schema.oid
) AS o
WHERE o.owner <> o.nspowner

UNION ALL
SELECT schema.oid, 'default privileges',
       concat_ws(' ', 'of', CASE WHEN d.defaclrole = schema.nspowner THEN 'the owner' ELSE pg_get_userbyid(d.defaclrole) END, 'on',
                 CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
                                      WHEN 'T' THEN 'types' ELSE d.defaclobjtype::text END,
                 'to', CASE a.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(a.grantee) END),
       string_agg(a.privilege_type || CASE WHEN a.is_grantable THEN ' with grant option' ELSE '' END, ', ' ORDER BY a.privilege_type)
FROM pg_default_acl AS d
JOIN schema ON schema.oid = d.defaclnamespace
CROSS JOIN LATERAL aclexplode(d.defaclacl) AS a
GROUP BY 1, 2, 3
