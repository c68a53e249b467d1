-- NOT VALID: the rule holds for every row that is written from now on. The old rows are not read, so the lock,
-- which keeps out readers and writers, is held for a moment only.
ALTER TABLE "${flyway:defaultSchema}".todos
    ADD CONSTRAINT todos_@{column}_not_null NOT NULL @{column} NOT VALID;
