-- own: project_id = ${project}
SELECT ${project} AS project_id, id, number, title, text, status, priority, group_id, created_at, updated_at
FROM "${tenant_schema}".requirements
