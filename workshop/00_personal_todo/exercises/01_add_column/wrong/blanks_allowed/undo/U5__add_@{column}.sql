-- The constraint goes with its column.
ALTER TABLE "${flyway:defaultSchema}".todos DROP COLUMN @{column};
