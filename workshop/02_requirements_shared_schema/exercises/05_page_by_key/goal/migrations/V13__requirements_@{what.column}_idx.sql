-- The newest of a project, a page at a time. Read backwards, it has the order of the query.
-- CONCURRENTLY: writers go on while it is built. It cannot run in a transaction, so it is alone.
CREATE INDEX CONCURRENTLY requirements_@{what.column}_idx
    ON "${flyway:defaultSchema}".requirements (project_id, @{what.column}, id);
