ALTER TABLE "${flyway:defaultSchema}".todos ADD COLUMN @{column} text;
