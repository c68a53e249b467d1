-- People are of no project: who is known here already is left as they are.
SELECT email, created_at
FROM "${tenant_schema}".person AS person
WHERE NOT EXISTS (SELECT FROM "${flyway:defaultSchema}".users AS users WHERE users.email = person.email)
