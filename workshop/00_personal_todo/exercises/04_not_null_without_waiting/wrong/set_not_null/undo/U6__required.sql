ALTER TABLE "${flyway:defaultSchema}".todos ALTER COLUMN @{column} DROP NOT NULL;
