-- Which requirements were in which group is lost; the requirements stay.
ALTER TABLE "${flyway:defaultSchema}".requirements DROP COLUMN group_id;

DROP TABLE "${flyway:defaultSchema}".groups;
