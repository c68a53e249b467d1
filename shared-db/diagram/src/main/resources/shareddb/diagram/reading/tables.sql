-- The tables and views of one schema, without its history table and without partitions.
SELECT c.relname, c.relkind::text, c.relrowsecurity
FROM pg_catalog.pg_class AS c
WHERE c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ?)
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND NOT c.relispartition
  AND c.relname <> 'flyway_schema_history'
ORDER BY c.relname COLLATE "C"
