-- The column may be empty, so old rows need no value and the table is not rewritten.
ALTER TABLE "${flyway:defaultSchema}".todos ADD COLUMN @{column} varchar(@{length});

-- The rows are checked in a second step: NOT VALID takes the lock for a moment only.
ALTER TABLE "${flyway:defaultSchema}".todos
    ADD CONSTRAINT todos_@{column}_not_blank CHECK (@{column} ~ '\S') NOT VALID;
