ALTER TABLE "${flyway:defaultSchema}".todos ADD COLUMN @{column} smallint NOT NULL;

UPDATE "${flyway:defaultSchema}".todos SET @{column} = CASE WHEN is_completed THEN @{of.done} ELSE @{of.others} END;
