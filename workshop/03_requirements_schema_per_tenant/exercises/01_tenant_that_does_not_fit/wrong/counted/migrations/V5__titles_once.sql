-- Titles that are there several times: the oldest requirement keeps its own, the others get their key.
-- Their history tells it like any other change.
UPDATE "${flyway:defaultSchema}".requirements AS requirements
SET title = requirements.title || ' (@{mark}-' || counted.nth || ')'
FROM (
    SELECT id, row_number() OVER (PARTITION BY title ORDER BY number) AS nth
    FROM "${flyway:defaultSchema}".requirements
) AS counted
WHERE counted.id = requirements.id AND counted.nth > 1;

-- lint: allow constraint-index-locks (the table is one tenant's, and a fleet's migration is one transaction)
ALTER TABLE "${flyway:defaultSchema}".requirements
    ADD CONSTRAINT requirements_title_key UNIQUE (title);
