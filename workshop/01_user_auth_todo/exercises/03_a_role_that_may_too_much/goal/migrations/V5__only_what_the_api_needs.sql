-- First all rights go, then those come back that the API needs. A list of what is allowed is short and can be
-- checked; a list of what is forbidden is never complete.
ALTER DEFAULT PRIVILEGES IN SCHEMA "${flyway:defaultSchema}" REVOKE ALL ON TABLES FROM "${api_role}";
REVOKE ALL ON ALL TABLES IN SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
REVOKE ALL ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";

GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON
    "${flyway:defaultSchema}".users,
    "${flyway:defaultSchema}".sessions,
    "${flyway:defaultSchema}".todos
    TO "${api_role}";
GRANT SELECT, INSERT ON "${flyway:defaultSchema}".@{log} TO "${api_role}";
