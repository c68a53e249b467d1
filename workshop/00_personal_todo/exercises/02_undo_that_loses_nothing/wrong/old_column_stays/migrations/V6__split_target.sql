-- One column held two facts. First the new columns, then their values, and only then the old one goes.
ALTER TABLE "${flyway:defaultSchema}".reminders
    ADD COLUMN @{part.first} text,
    ADD COLUMN @{part.rest} text;

-- The pattern begins at the first colon, and takes all behind it. Where there is none, it gives null.
UPDATE "${flyway:defaultSchema}".reminders SET
    @{part.first} = split_part(target, ':', 1),
    @{part.rest} = substring(target FROM ':(.*)');

-- lint: allow set-not-null (one person's reminders: they are read in no time)
ALTER TABLE "${flyway:defaultSchema}".reminders
    ALTER COLUMN @{part.first} SET NOT NULL;

COMMENT ON COLUMN "${flyway:defaultSchema}".reminders.@{part.rest} IS
    'What followed the first colon of the old target; null where it had no colon.';
