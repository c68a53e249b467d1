SELECT id, requirement_id, field, before, after, changed_by, changed_at
FROM "${flyway:defaultSchema}".cell_history
WHERE project_id = ${project}
