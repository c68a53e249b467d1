-- Back to the time in which both versions live: the old columns come from the new ones.
ALTER TABLE "${flyway:defaultSchema}".todos
    ADD COLUMN title        varchar(255),
    ADD COLUMN is_completed boolean NOT NULL DEFAULT false;

ALTER TABLE "${flyway:defaultSchema}".todos DISABLE TRIGGER todos_touch_updated_at;

UPDATE "${flyway:defaultSchema}".todos SET title = summary, is_completed = status = 'done';

ALTER TABLE "${flyway:defaultSchema}".todos ENABLE TRIGGER todos_touch_updated_at;

ALTER TABLE "${flyway:defaultSchema}".todos
    ALTER COLUMN title SET NOT NULL,
    ADD CONSTRAINT todos_title_not_blank CHECK (title ~ '\S'),
    ALTER COLUMN summary DROP NOT NULL,
    ALTER COLUMN status DROP NOT NULL,
    ALTER COLUMN status DROP DEFAULT,
    ALTER COLUMN priority DROP NOT NULL,
    ALTER COLUMN priority DROP DEFAULT,
    DROP CONSTRAINT todos_summary_not_blank,
    DROP CONSTRAINT todos_status_known,
    ADD CONSTRAINT todos_summary_not_blank CHECK (summary IS NOT NULL AND summary ~ '\S') NOT VALID,
    ADD CONSTRAINT todos_status_known
        CHECK (status IS NOT NULL AND status IN ('open', 'doing', 'done')) NOT VALID,
    ADD CONSTRAINT todos_priority_required CHECK (priority IS NOT NULL) NOT VALID;

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
