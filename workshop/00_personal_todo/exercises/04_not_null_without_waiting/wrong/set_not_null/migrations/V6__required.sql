ALTER TABLE "${flyway:defaultSchema}".todos ALTER COLUMN @{column} SET NOT NULL;
