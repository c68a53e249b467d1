ALTER TABLE "${flyway:defaultSchema}".tenant_settings
    ADD COLUMN settings jsonb NOT NULL DEFAULT '{}',
    ADD CONSTRAINT tenant_settings_is_object CHECK (jsonb_typeof(settings) = 'object');

-- No person has changed a setting, so updated_at stays: its trigger is off until the values are back. A
-- tenant without settings keeps the default, as the sum of no rows is null.
UPDATE "${flyway:defaultSchema}".tenant_settings
SET settings = (SELECT jsonb_object_agg(name, value) FROM "${flyway:defaultSchema}".@{table})
WHERE EXISTS (SELECT FROM "${flyway:defaultSchema}".@{table});

GRANT UPDATE (settings) ON "${flyway:defaultSchema}".tenant_settings TO "${api_role}";

DROP TABLE "${flyway:defaultSchema}".@{table};
