-- Rows that are there already were last changed when they were made, as far as anyone knows:
-- so the column is filled first, and only then required.
-- lint: allow set-not-null (one person's list: it is read in no time)
ALTER TABLE "${flyway:defaultSchema}".todos ADD COLUMN updated_at timestamptz;

UPDATE "${flyway:defaultSchema}".todos SET updated_at = created_at;

ALTER TABLE "${flyway:defaultSchema}".todos
    ALTER COLUMN updated_at SET DEFAULT now(),
    ALTER COLUMN updated_at SET NOT NULL;

COMMENT ON COLUMN "${flyway:defaultSchema}".todos.updated_at IS
    'When the row last changed; kept by the trigger todos_touch_updated_at.';

-- The database keeps the column, not the application: then no writer can forget it. A migration that
-- fills in a column is a writer too, and no change of a person's: see V4.
CREATE FUNCTION "${flyway:defaultSchema}".touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;

CREATE TRIGGER todos_touch_updated_at
    BEFORE UPDATE ON "${flyway:defaultSchema}".todos
    FOR EACH ROW
    WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE FUNCTION "${flyway:defaultSchema}".touch_updated_at();
