DROP TABLE "${flyway:defaultSchema}".requirements;

DROP FUNCTION "${flyway:defaultSchema}".touch_updated_at();
