DROP INDEX "${flyway:defaultSchema}".requirements_@{what.column}_idx;
