-- Who changed what is lost: take a snapshot first.
DROP TRIGGER requirements_history ON "${flyway:defaultSchema}".requirements;
DROP FUNCTION "${flyway:defaultSchema}".record_changes();
DROP TABLE "${flyway:defaultSchema}".cell_history;
