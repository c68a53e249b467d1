ALTER TABLE "${flyway:defaultSchema}".reminders
    ADD COLUMN target text NOT NULL DEFAULT '',
    DROP COLUMN @{part.rest},
    DROP COLUMN @{part.first};
ALTER TABLE "${flyway:defaultSchema}".reminders ALTER COLUMN target DROP DEFAULT;
