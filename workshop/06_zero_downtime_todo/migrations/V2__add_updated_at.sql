ALTER TABLE "${flyway:defaultSchema}".todos ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();

COMMENT ON COLUMN "${flyway:defaultSchema}".todos.updated_at IS
    'When a person last changed the todo; kept by the trigger todos_touch_updated_at.';

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
