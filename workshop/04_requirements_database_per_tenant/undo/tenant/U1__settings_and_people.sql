-- The schema itself stays: the history, which remembers this undo too, lives in it.
DROP TABLE "${flyway:defaultSchema}".person;
DROP TABLE "${flyway:defaultSchema}".tenant_settings;

DROP FUNCTION "${flyway:defaultSchema}".touch_updated_at();

REVOKE USAGE ON SCHEMA "${flyway:defaultSchema}" FROM "${api_role}";
