-- own: project_id = ${project}
SELECT ${project} AS project_id, id, name, created_at
FROM "${tenant_schema}".groups
