ALTER TABLE "${flyway:defaultSchema}".todos DROP CONSTRAINT todos_@{column}_not_null;
