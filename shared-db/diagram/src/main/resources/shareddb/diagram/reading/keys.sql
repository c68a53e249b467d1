-- Primary keys, unique keys and unique indexes of one schema, each with its columns or expressions.
SELECT c.relname, i.indisprimary,
       ARRAY(SELECT coalesce(a.attname, pg_get_indexdef(i.indexrelid, k.place::int, true))::text
             FROM unnest(i.indkey[0:i.indnkeyatts - 1]) WITH ORDINALITY AS k (attnum, place)
             LEFT JOIN pg_catalog.pg_attribute AS a
               ON a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum > 0
             ORDER BY k.place),
       pg_get_expr(i.indpred, i.indrelid, true)
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid
JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
WHERE c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ?)
  AND i.indisunique AND i.indisvalid
ORDER BY c.relname COLLATE "C", i.indisprimary DESC, x.relname COLLATE "C"
