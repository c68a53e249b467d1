CREATE INDEX todos_due_idx ON "${flyway:defaultSchema}".todos (due_on)
    WHERE deleted_at IS NULL AND NOT is_completed;
