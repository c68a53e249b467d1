ALTER TABLE "${flyway:defaultSchema}".tags DROP COLUMN @{extra.column};
