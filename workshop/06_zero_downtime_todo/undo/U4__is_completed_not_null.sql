-- Which rows had no value before is not known any more: they keep their false.
ALTER TABLE "${flyway:defaultSchema}".todos
    ALTER COLUMN is_completed DROP NOT NULL,
    ALTER COLUMN is_completed DROP DEFAULT;
