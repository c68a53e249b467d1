ALTER TABLE "${flyway:defaultSchema}".todos DROP COLUMN priority;
