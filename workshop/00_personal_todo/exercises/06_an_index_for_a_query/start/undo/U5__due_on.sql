ALTER TABLE "${flyway:defaultSchema}".todos DROP COLUMN due_on;
