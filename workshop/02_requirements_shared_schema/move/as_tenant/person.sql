-- A person is a member here; who they are in other projects stays.
SELECT members.id, users.email, members.role, members.created_at
FROM "${flyway:defaultSchema}".user_projects AS members
JOIN "${flyway:defaultSchema}".users AS users ON users.id = members.user_id
WHERE members.project_id = ${project}
