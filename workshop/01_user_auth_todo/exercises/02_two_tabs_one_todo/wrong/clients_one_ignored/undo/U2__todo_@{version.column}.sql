ALTER TABLE "${flyway:defaultSchema}".todos DROP COLUMN @{version.column};
