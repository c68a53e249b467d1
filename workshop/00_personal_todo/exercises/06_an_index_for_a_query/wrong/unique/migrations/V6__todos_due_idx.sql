-- For the start page, which shows what is due next: this index holds just the rows that it can show, in the
-- order in which it shows them. CONCURRENTLY: writers go on while it is built. It cannot run in a transaction,
-- so it stands alone in its file.
CREATE UNIQUE INDEX CONCURRENTLY todos_due_idx ON "${flyway:defaultSchema}".todos (due_on)
    WHERE deleted_at IS NULL AND NOT is_completed;
