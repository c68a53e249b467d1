-- No statement takes a validation back: the rule is made anew, and again for new rows only.
ALTER TABLE "${flyway:defaultSchema}".todos DROP CONSTRAINT todos_@{column}_not_null;

ALTER TABLE "${flyway:defaultSchema}".todos
    ADD CONSTRAINT todos_@{column}_not_null NOT NULL @{column} NOT VALID;
