DROP TABLE "${flyway:defaultSchema}".groups;
