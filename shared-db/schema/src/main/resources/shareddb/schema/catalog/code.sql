-- Functions, types, and what is made of them.
SELECT p.schema, CASE p.prokind WHEN 'a' THEN 'aggregate' WHEN 'p' THEN 'procedure' ELSE 'function' END,
       p.name,
       CASE WHEN p.prokind = 'a' THEN (
                SELECT concat_ws(', ', pg_get_function_result(p.oid),
                    'kind ' || a.aggkind::text || a.aggnumdirectargs, 'parallel ' || p.proparallel::text,
                    'state ' || a.aggtranstype::regtype || ' ' || a.aggtransspace || ' by ' || a.aggtransfn::regprocedure,
                    'from ' || a.agginitval,
                    'final ' || nullif(a.aggfinalfn, 0)::regprocedure || ' ' || a.aggfinalextra || a.aggfinalmodify::text,
                    'combine ' || nullif(a.aggcombinefn, 0)::regprocedure,
                    'serial ' || nullif(a.aggserialfn, 0)::regprocedure || ' ' || nullif(a.aggdeserialfn, 0)::regprocedure,
                    'moving ' || nullif(a.aggmtranstype, 0)::regtype || ' ' || a.aggmtransspace
                        || ' by ' || a.aggmtransfn::regprocedure || ' and ' || a.aggminvtransfn::regprocedure,
                    'moving from ' || a.aggminitval,
                    'moving final ' || nullif(a.aggmfinalfn, 0)::regprocedure || ' ' || a.aggmfinalextra || a.aggmfinalmodify::text,
                    'sorted by ' || nullif(a.aggsortop, 0)::regoperator)
                FROM pg_aggregate AS a WHERE a.aggfnoid = p.oid)
            -- The header always names the schema, whatever search_path says; a body does where its
            -- author did, with quotes or without. In the header's search_path a backslash is as it
            -- is, which quote_literal would double.
            ELSE replace(replace(replace(pg_get_functiondef(p.oid),
                                         'search_path TO ''' || replace(p.nspname, '''', '''''') || '''', 'search_path TO here'),
                                 '"' || replace(p.nspname, '"', '""') || '".', ''),
                         quote_ident(p.nspname) || '.', '') END
FROM routine AS p

UNION ALL
SELECT n.schema, CASE n.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range' ELSE 'type' END,
       n.typname::text,
       CASE n.typtype
           WHEN 'e' THEN (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
                          FROM pg_enum AS e WHERE e.enumtypid = n.oid)
           WHEN 'd' THEN concat_ws(' ', format_type(t.typbasetype, t.typtypmod),
                                   (SELECT 'COLLATE ' || l.oid::regcollation FROM pg_collation AS l JOIN pg_type AS b ON b.oid = t.typbasetype
                                    WHERE l.oid = t.typcollation AND l.oid <> b.typcollation),
                                   CASE WHEN t.typnotnull THEN 'NOT NULL' END, 'DEFAULT ' || t.typdefault)
           WHEN 'c' THEN (SELECT string_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
                                                      (SELECT 'COLLATE ' || l.oid::regcollation FROM pg_collation AS l JOIN pg_type AS b ON b.oid = a.atttypid
                                                       WHERE l.oid = a.attcollation AND l.oid <> b.typcollation)), ', ' ORDER BY a.attnum)
                          FROM pg_attribute AS a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)
           WHEN 'r' THEN (SELECT concat_ws(', ', format_type(g.rngsubtype, NULL), 'multirange ' || g.rngmultitypid::regtype,
                                           (SELECT 'opclass ' || c.opcname FROM pg_opclass AS c WHERE c.oid = g.rngsubopc),
                                           (SELECT 'collation ' || l.collname FROM pg_collation AS l WHERE l.oid = g.rngcollation),
                                           'canonical ' || nullif(g.rngcanonical, 0)::regprocedure,
                                           'difference ' || nullif(g.rngsubdiff, 0)::regprocedure)
                          FROM pg_range AS g WHERE g.rngtypid = n.oid)
           WHEN 'p' THEN 'shell'
           ELSE concat_ws(', ', t.typinput, t.typoutput, nullif(t.typreceive, 0), nullif(t.typsend, 0), nullif(t.typmodin, 0),
                          nullif(t.typmodout, 0), nullif(t.typanalyze, 0), 'length ' || t.typlen, 'aligned ' || t.typalign::text,
                          'storage ' || t.typstorage::text, 'category ' || t.typcategory::text,
                          CASE WHEN t.typispreferred THEN 'preferred' END, CASE WHEN t.typbyval THEN 'by value' END,
                          'delimiter ' || t.typdelim::text, 'of ' || nullif(t.typelem, 0)::regtype, 'DEFAULT ' || t.typdefault)
       END
FROM type AS n
JOIN pg_type AS t ON t.oid = n.oid

UNION ALL
SELECT schema.oid, 'operator', o.oid::regoperator::text,
       concat_ws(', ', o.oprcode::regprocedure, 'commutator ' || nullif(o.oprcom, 0)::regoperator,
                 'negator ' || nullif(o.oprnegate, 0)::regoperator, 'restrict ' || nullif(o.oprrest, 0)::regproc,
                 'join ' || nullif(o.oprjoin, 0)::regproc, CASE WHEN o.oprcanhash THEN 'hashes' END,
                 CASE WHEN o.oprcanmerge THEN 'merges' END)
FROM pg_operator AS o
JOIN schema ON o.oprnamespace = schema.oid
WHERE NOT EXISTS (SELECT FROM of_extension WHERE classid = 'pg_operator'::regclass AND objid = o.oid)

UNION ALL
SELECT schema.oid, 'operator class', c.opcname || ' for ' || m.amname,
       concat_ws(', ', c.opcintype::regtype, 'family ' || f.opfname, CASE WHEN c.opcdefault THEN 'default' END,
                 'stores ' || nullif(c.opckeytype, 0)::regtype)
FROM pg_opclass AS c
JOIN schema ON c.opcnamespace = schema.oid
JOIN pg_am AS m ON m.oid = c.opcmethod
JOIN pg_opfamily AS f ON f.oid = c.opcfamily
WHERE NOT EXISTS (SELECT FROM of_extension WHERE classid = 'pg_opclass'::regclass AND objid = c.oid)

UNION ALL
SELECT schema.oid, 'operator family', f.opfname || ' for ' || m.amname,
       concat_ws('; ',
           (SELECT string_agg(concat_ws(' ', o.amopstrategy, o.amopopr::regoperator, o.amoppurpose), ', ' ORDER BY o.amopopr::regoperator::text, o.amopstrategy)
            FROM pg_amop AS o WHERE o.amopfamily = f.oid),
           (SELECT string_agg(concat_ws(' ', p.amprocnum, p.amproclefttype::regtype, p.amprocrighttype::regtype, p.amproc::regprocedure), ', '
                              ORDER BY p.amprocnum, p.amproclefttype::regtype::text, p.amprocrighttype::regtype::text)
            FROM pg_amproc AS p WHERE p.amprocfamily = f.oid))
FROM pg_opfamily AS f
JOIN schema ON f.opfnamespace = schema.oid
JOIN pg_am AS m ON m.oid = f.opfmethod
WHERE NOT EXISTS (SELECT FROM of_extension WHERE classid = 'pg_opfamily'::regclass AND objid = f.oid)

UNION ALL
SELECT schema.oid, 'collation', l.collname::text,
       concat_ws(' ', l.collprovider::text, l.collcollate, l.collctype,
                 -- Up to PostgreSQL 16 the column has the other name.
                 coalesce(to_jsonb(l) ->> 'colllocale', to_jsonb(l) ->> 'colliculocale'), to_jsonb(l) ->> 'collicurules',
                 CASE WHEN NOT l.collisdeterministic THEN 'not deterministic' END)
FROM pg_collation AS l
JOIN schema ON l.collnamespace = schema.oid

UNION ALL
SELECT schema.oid, 'conversion', c.conname::text,
       concat_ws(' ', pg_encoding_to_char(c.conforencoding), 'to', pg_encoding_to_char(c.contoencoding), 'by', c.conproc::regproc,
                 CASE WHEN c.condefault THEN 'default' END)
FROM pg_conversion AS c
JOIN schema ON c.connamespace = schema.oid

UNION ALL
SELECT schema.oid, 'text search configuration', c.cfgname::text,
       (SELECT 'parser ' || p.prsname FROM pg_ts_parser AS p WHERE p.oid = c.cfgparser) || ', ' || coalesce(
           (SELECT string_agg(concat_ws(' ', m.maptokentype, m.mapseqno, m.mapdict::regdictionary), ', ' ORDER BY m.maptokentype, m.mapseqno)
            FROM pg_ts_config_map AS m WHERE m.mapcfg = c.oid), 'no mapping')
FROM pg_ts_config AS c
JOIN schema ON c.cfgnamespace = schema.oid

UNION ALL
SELECT schema.oid, 'text search dictionary', d.dictname::text,
       concat_ws(' ', (SELECT t.tmplname FROM pg_ts_template AS t WHERE t.oid = d.dicttemplate), d.dictinitoption)
FROM pg_ts_dict AS d
JOIN schema ON d.dictnamespace = schema.oid

UNION ALL
SELECT schema.oid, 'text search parser', p.prsname::text,
       concat_ws(', ', p.prsstart, p.prstoken, p.prsend, nullif(p.prsheadline, 0), p.prslextype)
FROM pg_ts_parser AS p
JOIN schema ON p.prsnamespace = schema.oid

UNION ALL
SELECT schema.oid, 'text search template', t.tmplname::text, concat_ws(', ', nullif(t.tmplinit, 0), t.tmpllexize)
FROM pg_ts_template AS t
JOIN schema ON t.tmplnamespace = schema.oid

UNION ALL
-- Casts and transforms are in no schema: those are shown that need a type of this one.
SELECT n.schema, 'cast', c.castsource::regtype || ' to ' || c.casttarget::regtype,
       concat_ws(' ', nullif(c.castfunc, 0)::regprocedure, c.castmethod::text, c.castcontext::text)
FROM pg_cast AS c
JOIN type AS n ON n.oid IN (c.castsource, c.casttarget)
-- The server makes the cast from a range to its multirange by itself.
WHERE NOT EXISTS (SELECT FROM pg_range AS g WHERE g.rngtypid = c.castsource AND g.rngmultitypid = c.casttarget)
GROUP BY n.schema, c.oid, c.castsource, c.casttarget, c.castfunc, c.castmethod, c.castcontext

UNION ALL
SELECT n.schema, 'transform', f.trftype::regtype || ' for ' || l.lanname,
       concat_ws(', ', nullif(f.trffromsql, 0)::regprocedure, nullif(f.trftosql, 0)::regprocedure)
FROM pg_transform AS f
JOIN type AS n ON n.oid = f.trftype
JOIN pg_language AS l ON l.oid = f.trflang

UNION ALL
SELECT p.schema, 'event trigger', e.evtname::text,
       concat_ws(' ', e.evtevent, 'WHEN ' || array_to_string(e.evttags, ', '), 'EXECUTE ' || p.name, '(enabled: ' || e.evtenabled::text || ')')
FROM pg_event_trigger AS e
JOIN routine AS p ON p.oid = e.evtfoid

UNION ALL
SELECT schema.oid, 'extension', e.extname::text, e.extversion
FROM pg_extension AS e
JOIN schema ON e.extnamespace = schema.oid

UNION ALL
SELECT o.schema, 'needed extension', o.name, string_agg(e.extname, ', ' ORDER BY e.extname)
FROM (
    SELECT p.schema, 'pg_proc'::regclass AS class, p.oid, p.name FROM routine AS p
    UNION ALL
    SELECT r.schema, 'pg_class'::regclass, r.oid, r.relname::text FROM relation AS r
    UNION ALL
    SELECT r.schema, 'pg_class'::regclass, i.indexrelid, i.indexrelid::regclass::text
    FROM pg_index AS i JOIN relation AS r ON r.oid = i.indrelid
    UNION ALL
    SELECT r.schema, 'pg_trigger'::regclass, t.oid, r.relname || '.' || t.tgname
    FROM pg_trigger AS t JOIN relation AS r ON r.oid = t.tgrelid
) AS o
JOIN pg_depend AS d ON d.classid = o.class AND d.objid = o.oid AND d.deptype = 'x'
JOIN pg_extension AS e ON e.oid = d.refobjid
GROUP BY o.schema, o.class, o.oid, o.name
