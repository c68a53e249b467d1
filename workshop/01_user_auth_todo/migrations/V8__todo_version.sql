-- Two browser tabs show one todo, and both change it: the second change must not overwrite the first
-- one unseen. The API compares this version with the one that the client has read, and jOOQ adds one
-- with each change (optimistic locking). A default that is a constant rewrites no row.
ALTER TABLE "${flyway:defaultSchema}".todos ADD COLUMN version integer NOT NULL DEFAULT 1;

COMMENT ON COLUMN "${flyway:defaultSchema}".todos.version IS
    'Grows by one with each change of the title, the description or is_completed.';
