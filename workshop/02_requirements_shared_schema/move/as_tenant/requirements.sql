SELECT id, number, title, text, status, priority, group_id, created_at, updated_at
FROM "${flyway:defaultSchema}".requirements
WHERE project_id = ${project}
