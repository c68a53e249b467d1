UPDATE "${flyway:defaultSchema}".requirements AS requirements
SET title = requirements.title || ' (@{mark}-' || requirements.number || ')'
WHERE EXISTS (
    SELECT FROM "${flyway:defaultSchema}".requirements AS other
    WHERE other.title = requirements.title AND other.id <> requirements.id);

-- lint: allow constraint-index-locks (the table is one tenant's, and a fleet's migration is one transaction)
ALTER TABLE "${flyway:defaultSchema}".requirements
    ADD CONSTRAINT requirements_title_key UNIQUE (title);
