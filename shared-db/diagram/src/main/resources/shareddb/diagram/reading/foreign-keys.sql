-- The foreign keys of one schema. A table of another schema is named with its schema.
SELECT c.relname, f.conname,
       ARRAY(SELECT a.attname::text FROM unnest(f.conkey) WITH ORDINALITY AS k (attnum, place)
             JOIN pg_catalog.pg_attribute AS a ON a.attrelid = f.conrelid AND a.attnum = k.attnum
             ORDER BY k.place),
       CASE WHEN r.relnamespace = c.relnamespace THEN r.relname ELSE quote_ident(n.nspname) || '.' || quote_ident(r.relname) END,
       ARRAY(SELECT a.attname::text FROM unnest(f.confkey) WITH ORDINALITY AS k (attnum, place)
             JOIN pg_catalog.pg_attribute AS a ON a.attrelid = f.confrelid AND a.attnum = k.attnum
             ORDER BY k.place),
       r.relnamespace = c.relnamespace
FROM pg_catalog.pg_constraint AS f
JOIN pg_catalog.pg_class AS c ON c.oid = f.conrelid AND NOT c.relispartition
JOIN pg_catalog.pg_class AS r ON r.oid = f.confrelid AND NOT r.relispartition
JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
WHERE c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ?)
  AND f.contype = 'f' AND f.conparentid = 0
ORDER BY c.relname COLLATE "C", f.conname COLLATE "C"
