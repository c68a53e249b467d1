-- Who changed which field of which requirement, from what to what.
CREATE TABLE "${flyway:defaultSchema}".cell_history (
    id             bigint      GENERATED ALWAYS AS IDENTITY,
    requirement_id bigint      NOT NULL,
    field          varchar(20) NOT NULL,
    before         text,
    after          text,
    changed_by     text        NOT NULL,
    changed_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cell_history_pkey PRIMARY KEY (id),
    CONSTRAINT cell_history_is_a_change CHECK (before IS DISTINCT FROM after),
    CONSTRAINT cell_history_requirement_fkey FOREIGN KEY (requirement_id)
        REFERENCES "${flyway:defaultSchema}".requirements (id) ON DELETE CASCADE
);

COMMENT ON TABLE "${flyway:defaultSchema}".cell_history IS
    'Written by the trigger requirements_history alone: nobody can forget it, and nobody forge it.';
COMMENT ON COLUMN "${flyway:defaultSchema}".cell_history.changed_by IS
    'The email that the API says with SET LOCAL app.user_email; without it, the login.';

CREATE INDEX cell_history_requirement_idx ON "${flyway:defaultSchema}".cell_history (requirement_id, id);

-- SECURITY DEFINER: it writes where the API may only read. A new column of requirements that
-- people can change gets a line here.
CREATE FUNCTION "${flyway:defaultSchema}".record_changes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
BEGIN
    INSERT INTO cell_history (requirement_id, field, before, after, changed_by)
    SELECT NEW.id, cells.field, cells.before, cells.after,
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

-- A function may be called by everybody until that is taken back; the trigger goes on calling it.
REVOKE EXECUTE ON FUNCTION "${flyway:defaultSchema}".record_changes() FROM PUBLIC;

CREATE TRIGGER requirements_history
    AFTER UPDATE ON "${flyway:defaultSchema}".requirements
    FOR EACH ROW
    WHEN ((OLD.title, OLD.text, OLD.status, OLD.priority, OLD.group_id)
          IS DISTINCT FROM (NEW.title, NEW.text, NEW.status, NEW.priority, NEW.group_id))
    EXECUTE FUNCTION "${flyway:defaultSchema}".record_changes();

GRANT SELECT ON "${flyway:defaultSchema}".cell_history TO "${api_role}";
