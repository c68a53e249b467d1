-- own: id = ${project}
-- stays: status, moved_to
-- One that was never here before is called as its tenant is.
SELECT ${project} AS id,
       coalesce(left(settings #>> '{project,name}', 100), '${tenant}') AS name,
       coalesce((settings #>> '{project,created_at}')::timestamptz, updated_at) AS created_at,
       last_number,
       settings - 'project' AS settings,
       updated_at AS settings_at,
       'arriving' AS status,
       (SELECT moved_to FROM "${flyway:defaultSchema}".projects WHERE id = ${project}) AS moved_to
FROM "${tenant_schema}".tenant_settings AS tenant_settings
JOIN "${tenant_schema}".requirement_counter AS requirement_counter USING (only_row)
