-- Deleting marks the row: it can be restored until it is removed for good.
ALTER TABLE "${flyway:defaultSchema}".todos ADD COLUMN deleted_at timestamptz;

COMMENT ON COLUMN "${flyway:defaultSchema}".todos.deleted_at IS
    'When it was put into the bin; null while it is in use.';

-- Lists show what is in use, newest first, a page at a time: this index holds just those rows in
-- just that order, so a page costs the same however full the bin is.
-- lint: allow create-index-locks (one person's list: its index is built in no time)
CREATE INDEX todos_in_use_idx ON "${flyway:defaultSchema}".todos (id) WHERE deleted_at IS NULL;
