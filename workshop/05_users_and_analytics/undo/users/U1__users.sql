DROP TABLE "${flyway:defaultSchema}".users;

REVOKE USAGE ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
