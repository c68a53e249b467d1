DROP FUNCTION "${flyway:defaultSchema}".tenant_of(text, text);

REVOKE USAGE ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
