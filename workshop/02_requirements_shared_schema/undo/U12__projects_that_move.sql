-- Which projects have moved is lost, and with it who serves them.
ALTER TABLE "${flyway:defaultSchema}".projects
    DROP COLUMN settings,
    DROP COLUMN settings_at,
    DROP COLUMN status,
    DROP COLUMN moved_to;
ALTER TABLE "${flyway:defaultSchema}".user_projects DROP COLUMN id;
