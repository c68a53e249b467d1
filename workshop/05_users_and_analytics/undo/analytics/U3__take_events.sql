DROP FUNCTION "${flyway:defaultSchema}".take_events(jsonb);
DROP FUNCTION "${flyway:defaultSchema}".take_event(jsonb);
