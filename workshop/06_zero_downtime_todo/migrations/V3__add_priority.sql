-- 1 is the most urgent, 5 the least. Most todos have none: version 6 changes that.
-- lint: allow constraint-scans (the column is new and null in every row)
ALTER TABLE "${flyway:defaultSchema}".todos
    ADD COLUMN priority smallint,
    ADD CONSTRAINT todos_priority_from_1_to_5 CHECK (priority BETWEEN 1 AND 5);
