ALTER DEFAULT PRIVILEGES IN SCHEMA "${flyway:defaultSchema}" REVOKE ALL ON TABLES FROM "${api_role}";
REVOKE ALL ON ALL TABLES IN SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
REVOKE CREATE ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON
    "${flyway:defaultSchema}".users,
    "${flyway:defaultSchema}".sessions,
    "${flyway:defaultSchema}".todos
    TO "${api_role}";

DROP TABLE "${flyway:defaultSchema}".@{log};
