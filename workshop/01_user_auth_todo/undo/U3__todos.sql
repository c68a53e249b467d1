DROP TABLE "${flyway:defaultSchema}".todos;

DROP FUNCTION "${flyway:defaultSchema}".touch_updated_at();
