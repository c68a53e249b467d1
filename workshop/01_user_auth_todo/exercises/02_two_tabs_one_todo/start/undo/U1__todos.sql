DROP TABLE "${flyway:defaultSchema}".todos;

REVOKE USAGE ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
