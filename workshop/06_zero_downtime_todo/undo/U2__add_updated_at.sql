DROP TRIGGER todos_touch_updated_at ON "${flyway:defaultSchema}".todos;

DROP FUNCTION "${flyway:defaultSchema}".touch_updated_at();

ALTER TABLE "${flyway:defaultSchema}".todos DROP COLUMN updated_at;
