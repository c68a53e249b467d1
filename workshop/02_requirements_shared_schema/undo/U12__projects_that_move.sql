-- lint: allow backfill-beside-ddl (a row for each member of a project: written in no time)
-- lint: allow lock-held-during-work (one row a project to read)
-- Which projects have moved is lost, and with it who serves them.
ALTER TABLE "${flyway:defaultSchema}".projects
    DROP COLUMN settings,
    DROP COLUMN settings_at,
    DROP COLUMN status,
    DROP COLUMN moved_to;
ALTER TABLE "${flyway:defaultSchema}".user_projects DROP COLUMN id;
