-- Fails where a project has come home with an id that another one's row has: it keeps both.
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
         (SELECT name FROM groups WHERE id = OLD.group_id),
         (SELECT name FROM groups WHERE id = NEW.group_id))
    ) AS cells (field, before, after)
    WHERE cells.before IS DISTINCT FROM cells.after;
    RETURN NULL;
END
$$;

ALTER TABLE "${flyway:defaultSchema}".cell_history DROP CONSTRAINT cell_history_pkey;
ALTER TABLE "${flyway:defaultSchema}".cell_history ADD CONSTRAINT cell_history_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX cell_history_of_project_key
    ON "${flyway:defaultSchema}".cell_history (project_id, id);
ALTER TABLE "${flyway:defaultSchema}".requirements ADD CONSTRAINT requirements_pkey PRIMARY KEY (id);
ALTER TABLE "${flyway:defaultSchema}".groups ADD CONSTRAINT groups_pkey PRIMARY KEY (id);
