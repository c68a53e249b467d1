CREATE INDEX CONCURRENTLY todos_due_idx ON "${flyway:defaultSchema}".todos (is_completed, deleted_at, due_on);
