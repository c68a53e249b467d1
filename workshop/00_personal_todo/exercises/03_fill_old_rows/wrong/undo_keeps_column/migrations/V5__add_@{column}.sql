-- The value that most rows get is the default: Postgres keeps it in the catalog and rewrites nothing.
ALTER TABLE "${flyway:defaultSchema}".todos
    ADD COLUMN @{column} smallint NOT NULL DEFAULT @{of.others}
    CONSTRAINT todos_@{column}_range CHECK (@{column} BETWEEN 1 AND 5);

-- Only the rows that are done change, and no person changed them: the trigger that keeps updated_at is off for this
-- one statement, as in V4.
ALTER TABLE "${flyway:defaultSchema}".todos DISABLE TRIGGER todos_touch_updated_at;

UPDATE "${flyway:defaultSchema}".todos SET @{column} = @{of.done} WHERE is_completed;

ALTER TABLE "${flyway:defaultSchema}".todos ENABLE TRIGGER todos_touch_updated_at;
