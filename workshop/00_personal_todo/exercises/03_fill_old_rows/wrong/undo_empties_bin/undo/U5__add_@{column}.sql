ALTER TABLE "${flyway:defaultSchema}".todos DROP COLUMN @{column};

DELETE FROM "${flyway:defaultSchema}".todos WHERE deleted_at IS NOT NULL;
