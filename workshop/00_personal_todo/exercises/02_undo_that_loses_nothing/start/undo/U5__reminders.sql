DROP TABLE "${flyway:defaultSchema}".reminders;
