ALTER TABLE "${flyway:defaultSchema}".requirements ADD COLUMN due_on date;

-- Rights on single columns do not hold for a new one.
GRANT UPDATE (due_on) ON "${flyway:defaultSchema}".requirements TO "${api_role}";

-- As in V11, and one line more.
CREATE OR REPLACE FUNCTION "${flyway:defaultSchema}".record_changes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
BEGIN
    INSERT INTO cell_history
        (project_id, requirement_id, field, before, after, changed_by)
    SELECT NEW.project_id, NEW.id, cells.field, cells.before, cells.after,
           coalesce(nullif(current_setting('app.user_email', true), ''), session_user)
    FROM (VALUES
        ('title', OLD.title::text, NEW.title::text),
        ('text', OLD.text, NEW.text),
        ('status', OLD.status, NEW.status),
        ('priority', OLD.priority, NEW.priority),
        ('due_on', OLD.due_on::text, NEW.due_on::text),
        ('group',
         (SELECT name FROM groups
          WHERE project_id = OLD.project_id AND id = OLD.group_id),
         (SELECT name FROM groups
          WHERE project_id = NEW.project_id AND id = NEW.group_id))
    ) AS cells (field, before, after)
    WHERE cells.before IS DISTINCT FROM cells.after;
    RETURN NULL;
END
$$;

-- The trigger says for which columns the function is called at all.
DROP TRIGGER requirements_history ON "${flyway:defaultSchema}".requirements;
CREATE TRIGGER requirements_history
    AFTER UPDATE ON "${flyway:defaultSchema}".requirements
    FOR EACH ROW
    WHEN ((OLD.title, OLD.text, OLD.status, OLD.priority, OLD.group_id, OLD.due_on)
          IS DISTINCT FROM (NEW.title, NEW.text, NEW.status, NEW.priority, NEW.group_id, NEW.due_on))
    EXECUTE FUNCTION "${flyway:defaultSchema}".record_changes();
