-- What is asked for most: one project's requirements of one status, by key, a page at a time.
-- CONCURRENTLY: writers go on while it is built. It cannot run in a transaction, so it is alone.
CREATE INDEX CONCURRENTLY requirements_status_idx
    ON "${flyway:defaultSchema}".requirements (project_id, status, number);
