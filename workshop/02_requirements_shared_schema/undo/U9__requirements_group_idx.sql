DROP INDEX "${flyway:defaultSchema}".requirements_group_idx;
