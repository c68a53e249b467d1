-- The trigger kept title and is_completed right, so version 4 has all it needs. Of a todo that was
-- being done, only "not completed" is left; priorities that were filled in stay.
DROP TRIGGER todos_in_step ON "${flyway:defaultSchema}".todos;

DROP FUNCTION "${flyway:defaultSchema}".todos_in_step();

ALTER TABLE "${flyway:defaultSchema}".todos
    DROP CONSTRAINT todos_priority_required,
    DROP COLUMN summary,
    DROP COLUMN status;
