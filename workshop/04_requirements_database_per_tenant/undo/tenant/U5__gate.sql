DROP TABLE "${flyway:defaultSchema}".gate;
