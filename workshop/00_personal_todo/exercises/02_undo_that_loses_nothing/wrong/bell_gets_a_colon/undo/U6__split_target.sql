ALTER TABLE "${flyway:defaultSchema}".reminders ADD COLUMN target text;

UPDATE "${flyway:defaultSchema}".reminders SET target = @{part.first} || ':' || coalesce(@{part.rest}, '');

ALTER TABLE "${flyway:defaultSchema}".reminders
    ALTER COLUMN target SET NOT NULL,
    DROP COLUMN @{part.rest},
    DROP COLUMN @{part.first};
