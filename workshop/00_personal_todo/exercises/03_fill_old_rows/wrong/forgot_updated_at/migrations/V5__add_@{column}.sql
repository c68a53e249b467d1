ALTER TABLE "${flyway:defaultSchema}".todos
    ADD COLUMN @{column} smallint NOT NULL DEFAULT @{of.others}
    CONSTRAINT todos_@{column}_range CHECK (@{column} BETWEEN 1 AND 5);

UPDATE "${flyway:defaultSchema}".todos SET @{column} = @{of.done} WHERE is_completed;
