-- lint: allow constraint-index-locks (the table is one tenant's, and a fleet's migration is one transaction)
ALTER TABLE "${flyway:defaultSchema}".requirements
    ADD CONSTRAINT requirements_title_key UNIQUE (title);
