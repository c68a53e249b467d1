-- Without the column nothing tells what was in the bin: those rows would come back as if they had
-- never been deleted. They are removed, as their owner wanted.
DELETE FROM "${flyway:defaultSchema}".todos WHERE deleted_at IS NOT NULL;

DROP INDEX "${flyway:defaultSchema}".todos_in_use_idx;

ALTER TABLE "${flyway:defaultSchema}".todos DROP COLUMN deleted_at;
