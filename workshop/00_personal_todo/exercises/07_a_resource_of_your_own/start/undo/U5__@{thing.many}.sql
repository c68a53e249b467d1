DROP TABLE "${flyway:defaultSchema}".@{thing.many};
