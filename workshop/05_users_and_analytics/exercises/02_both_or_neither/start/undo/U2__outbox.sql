-- What was not delivered yet is lost with it.
DROP TABLE "${flyway:defaultSchema}".outbox;
