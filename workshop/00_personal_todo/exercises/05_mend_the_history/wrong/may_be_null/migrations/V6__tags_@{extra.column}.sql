ALTER TABLE "${flyway:defaultSchema}".tags ADD COLUMN @{extra.column} varchar(20);
ALTER TABLE "${flyway:defaultSchema}".tags ALTER COLUMN @{extra.column} SET DEFAULT '@{extra.value}';
