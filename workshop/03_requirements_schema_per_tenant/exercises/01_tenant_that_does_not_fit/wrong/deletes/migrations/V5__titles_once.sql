DELETE FROM "${flyway:defaultSchema}".requirements AS requirements
WHERE EXISTS (
    SELECT FROM "${flyway:defaultSchema}".requirements AS older
    WHERE older.title = requirements.title AND older.number < requirements.number);

-- lint: allow constraint-index-locks (the table is one tenant's, and a fleet's migration is one transaction)
ALTER TABLE "${flyway:defaultSchema}".requirements
    ADD CONSTRAINT requirements_title_key UNIQUE (title);
