-- The rows are lost: take a snapshot first. The policies go with their table.
DROP TABLE "${flyway:defaultSchema}".@{thing.many};
