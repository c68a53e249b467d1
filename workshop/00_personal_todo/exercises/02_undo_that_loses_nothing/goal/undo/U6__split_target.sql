-- The same steps the other way round. concat_ws leaves out a null, and the colon with it: so 'bell' and
-- 'bell:' become what they were.
ALTER TABLE "${flyway:defaultSchema}".reminders ADD COLUMN target text;

UPDATE "${flyway:defaultSchema}".reminders SET target = concat_ws(':', @{part.first}, @{part.rest});

ALTER TABLE "${flyway:defaultSchema}".reminders
    ALTER COLUMN target SET NOT NULL,
    DROP COLUMN @{part.rest},
    DROP COLUMN @{part.first};
