-- The id that a tenant had here before.
SELECT (settings #>> '{project,id}')::bigint
FROM "${tenant_schema}".tenant_settings
