-- As V4 left it.
GRANT ALL ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
GRANT ALL ON ALL TABLES IN SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA "${flyway:defaultSchema}" GRANT ALL ON TABLES TO "${api_role}";
