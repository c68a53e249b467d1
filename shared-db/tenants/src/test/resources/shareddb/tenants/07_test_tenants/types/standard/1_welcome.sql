INSERT INTO "${flyway:defaultSchema}".notes (body) VALUES ('welcome');
