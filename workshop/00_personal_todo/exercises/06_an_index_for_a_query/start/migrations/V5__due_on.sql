ALTER TABLE "${flyway:defaultSchema}".todos ADD COLUMN due_on date;
