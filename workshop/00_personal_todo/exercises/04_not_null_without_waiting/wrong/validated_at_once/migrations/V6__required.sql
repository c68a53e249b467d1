ALTER TABLE "${flyway:defaultSchema}".todos
    ADD CONSTRAINT todos_@{column}_not_null NOT NULL @{column} NOT VALID;

-- lint: allow validate-at-once (it is quick)
ALTER TABLE "${flyway:defaultSchema}".todos VALIDATE CONSTRAINT todos_@{column}_not_null;
