ALTER TABLE "${flyway:defaultSchema}".reminders
    DROP COLUMN @{part.rest},
    DROP COLUMN @{part.first};
