ALTER TABLE "${flyway:defaultSchema}".todos
    ADD COLUMN @{column} smallint NOT NULL DEFAULT @{of.others}
    CONSTRAINT todos_@{column}_range CHECK (@{column} BETWEEN 1 AND 5);

ALTER TABLE "${flyway:defaultSchema}".todos DISABLE TRIGGER todos_touch_updated_at;

UPDATE "${flyway:defaultSchema}".todos SET @{column} = @{of.done} WHERE is_completed;
