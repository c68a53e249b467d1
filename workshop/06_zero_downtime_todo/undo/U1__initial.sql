-- The schema itself stays: the history, which remembers this undo too, lives in it.
DROP TABLE "${flyway:defaultSchema}".todos;

REVOKE USAGE ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
