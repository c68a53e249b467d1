-- own: project_id = ${project}
SELECT ${project} AS project_id, id, requirement_id, field, before, after, changed_by, changed_at
FROM "${tenant_schema}".cell_history
