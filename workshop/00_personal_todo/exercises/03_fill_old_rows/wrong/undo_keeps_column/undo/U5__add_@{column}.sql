ALTER TABLE "${flyway:defaultSchema}".todos DROP CONSTRAINT todos_@{column}_range;
