CREATE INDEX CONCURRENTLY todos_due_idx ON "${flyway:defaultSchema}".todos (due_on)
    WHERE deleted_at IS NULL AND is_completed;
