-- The schema itself stays: the history, which remembers this undo too, lives in it.
-- R__project_summary.sql makes it.
DROP VIEW IF EXISTS "${flyway:defaultSchema}".project_summary;

DROP TABLE "${flyway:defaultSchema}".user_projects;
DROP TABLE "${flyway:defaultSchema}".users;
DROP TABLE "${flyway:defaultSchema}".projects;

REVOKE USAGE ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
