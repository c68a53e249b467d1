-- What will be the key of the history, built while writers go on.
CREATE UNIQUE INDEX CONCURRENTLY cell_history_of_project_key
    ON "${flyway:defaultSchema}".cell_history (project_id, id);
