ALTER TABLE "${flyway:defaultSchema}".signups_by_day DROP COLUMN left_again;

DROP TABLE "${flyway:defaultSchema}".people;
