DROP TABLE "${flyway:defaultSchema}".tags;
