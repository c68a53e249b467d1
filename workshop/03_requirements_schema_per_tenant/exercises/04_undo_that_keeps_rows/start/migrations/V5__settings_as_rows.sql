-- A row for each setting: one can be changed without writing the others.
CREATE TABLE "${flyway:defaultSchema}".@{table} (
    name  text  NOT NULL,
    value jsonb NOT NULL,
    CONSTRAINT @{table}_pkey PRIMARY KEY (name)
);

INSERT INTO "${flyway:defaultSchema}".@{table} (name, value)
SELECT one.key, one.value
FROM "${flyway:defaultSchema}".tenant_settings, jsonb_each(settings) AS one;

ALTER TABLE "${flyway:defaultSchema}".tenant_settings DROP COLUMN settings;

GRANT SELECT, INSERT, UPDATE (value), DELETE ON "${flyway:defaultSchema}".@{table} TO "${api_role}";
