-- A project may move to a schema of its own, where ids count for it alone, and come home with them:
-- the id of a row may then be another project's too. So the key is the project and the id. For
-- groups and requirements it is there already, as what refers to them has both columns; the key of
-- the id alone goes. None of this looks at a row.
ALTER TABLE "${flyway:defaultSchema}".groups DROP CONSTRAINT groups_pkey;
ALTER TABLE "${flyway:defaultSchema}".requirements DROP CONSTRAINT requirements_pkey;
ALTER TABLE "${flyway:defaultSchema}".cell_history
    DROP CONSTRAINT cell_history_pkey,
    ADD CONSTRAINT cell_history_pkey PRIMARY KEY USING INDEX cell_history_of_project_key;

-- As in V6, but that a group is looked for in its project.
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
