SELECT id, name, created_at
FROM "${flyway:defaultSchema}".groups
WHERE project_id = ${project}
