DROP INDEX "${flyway:defaultSchema}".requirements_status_idx;
