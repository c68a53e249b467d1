DROP INDEX "${flyway:defaultSchema}".groups_name_once;
