SELECT true AS only_row, last_number
FROM "${flyway:defaultSchema}".projects
WHERE id = ${project}
