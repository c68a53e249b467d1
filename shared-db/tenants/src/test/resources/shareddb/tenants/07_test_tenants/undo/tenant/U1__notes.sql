DROP TABLE "${flyway:defaultSchema}".notes;
REVOKE USAGE ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
