-- The schema itself stays: the history, which remembers this undo too, lives in it.
DROP TABLE "${flyway:defaultSchema}".user_projects;
DROP TABLE "${flyway:defaultSchema}".users;
DROP TABLE "${flyway:defaultSchema}".projects;

REVOKE USAGE ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
