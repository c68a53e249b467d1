-- own: project_id = ${project}
SELECT ${project} AS project_id, users.id AS user_id, person.role, person.created_at, person.id
FROM "${tenant_schema}".person AS person
JOIN "${flyway:defaultSchema}".users AS users USING (email)
