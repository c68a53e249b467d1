-- Version 6 has a summary in place of the title, a status in place of is_completed, and a priority in
-- every todo. This migration only adds: version 4 of the API goes on and notices nothing.
--
-- The new columns have no default and may be null: null says "not filled yet". NOT VALID means that
-- Postgres checks new and changed rows, and does not read the old ones under this lock.
ALTER TABLE "${flyway:defaultSchema}".todos
    ADD COLUMN summary varchar(255),
    ADD COLUMN status  text,
    ADD CONSTRAINT todos_summary_not_blank CHECK (summary IS NOT NULL AND summary ~ '\S') NOT VALID,
    ADD CONSTRAINT todos_status_known
        CHECK (status IS NOT NULL AND status IN ('open', 'doing', 'done')) NOT VALID,
    ADD CONSTRAINT todos_priority_required CHECK (priority IS NOT NULL) NOT VALID;

COMMENT ON COLUMN "${flyway:defaultSchema}".todos.summary IS 'Shown in lists; never blank.';
COMMENT ON COLUMN "${flyway:defaultSchema}".todos.status IS 'open, doing or done.';

-- Both versions write meanwhile. The column that changed decides, and the other one follows: so the
-- trigger need not know which version it was.
CREATE FUNCTION "${flyway:defaultSchema}".todos_in_step() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        -- Only version 6 gives a summary.
        IF NEW.summary IS NULL THEN
            NEW.summary := NEW.title;
            NEW.status := CASE WHEN NEW.is_completed THEN 'done' ELSE 'open' END;
        ELSE
            NEW.title := NEW.summary;
            NEW.status := coalesce(NEW.status, 'open');
            NEW.is_completed := NEW.status = 'done';
        END IF;
    ELSE
        -- A row that is not filled yet is filled here as well: its summary and status are null.
        IF NEW.summary IS DISTINCT FROM OLD.summary THEN
            NEW.title := NEW.summary;
        ELSE
            NEW.summary := NEW.title;
        END IF;
        IF NEW.status IS DISTINCT FROM OLD.status THEN
            NEW.is_completed := NEW.status = 'done';
        ELSIF NEW.status IS NULL OR NEW.is_completed IS DISTINCT FROM OLD.is_completed THEN
            NEW.status := CASE WHEN NEW.is_completed THEN 'done' ELSE 'open' END;
        END IF;
    END IF;
    NEW.priority := coalesce(NEW.priority, 3);
    RETURN NEW;
END
$$;

CREATE TRIGGER todos_in_step
    BEFORE INSERT OR UPDATE ON "${flyway:defaultSchema}".todos
    FOR EACH ROW
    EXECUTE FUNCTION "${flyway:defaultSchema}".todos_in_step();
