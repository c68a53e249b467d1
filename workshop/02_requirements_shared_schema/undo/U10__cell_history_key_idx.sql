DROP INDEX "${flyway:defaultSchema}".cell_history_of_project_key;
