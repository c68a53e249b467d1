REVOKE TRUNCATE ON "${flyway:defaultSchema}".users, "${flyway:defaultSchema}".sessions, "${flyway:defaultSchema}".todos FROM "${api_role}";
REVOKE UPDATE, DELETE, TRUNCATE ON "${flyway:defaultSchema}".@{log} FROM "${api_role}";
REVOKE ALL ON "${flyway:defaultSchema}".flyway_schema_history FROM "${api_role}";
REVOKE CREATE ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA "${flyway:defaultSchema}" REVOKE ALL ON TABLES FROM "${api_role}";
