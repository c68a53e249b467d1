-- A default that is a constant: the old tags have it at once, and no row is rewritten.
ALTER TABLE "${flyway:defaultSchema}".tags
    ADD COLUMN @{extra.column} varchar(20) NOT NULL DEFAULT '@{extra.value}';
