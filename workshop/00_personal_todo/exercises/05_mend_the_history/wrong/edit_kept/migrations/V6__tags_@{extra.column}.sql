ALTER TABLE "${flyway:defaultSchema}".tags
    ADD COLUMN IF NOT EXISTS @{extra.column} varchar(20) NOT NULL DEFAULT '@{extra.value}';
