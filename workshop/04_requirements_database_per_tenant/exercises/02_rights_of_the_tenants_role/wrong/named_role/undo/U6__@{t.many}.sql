-- The rows are lost: take a snapshot first.
DROP TABLE "${flyway:defaultSchema}".@{t.many};
