-- What is wanted of the product that a project makes.
CREATE TABLE "${flyway:defaultSchema}".requirements (
    id         bigint       GENERATED ALWAYS AS IDENTITY,
    project_id bigint       NOT NULL,
    title      varchar(255) NOT NULL,
    text       text,
    status     varchar(10)  NOT NULL DEFAULT 'draft',
    priority   varchar(10)  NOT NULL DEFAULT 'medium',
    created_at timestamptz  NOT NULL DEFAULT now(),
    updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT requirements_pkey PRIMARY KEY (id),
    CONSTRAINT requirements_title_not_blank CHECK (title ~ '\S'),
    CONSTRAINT requirements_status_known
        CHECK (status IN ('draft', 'approved', 'done', 'rejected')),
    CONSTRAINT requirements_priority_known CHECK (priority IN ('low', 'medium', 'high')),
    CONSTRAINT requirements_project_fkey FOREIGN KEY (project_id)
        REFERENCES "${flyway:defaultSchema}".projects (id) ON DELETE CASCADE,
    -- What refers to a requirement says its project too: see the groups and the history.
    CONSTRAINT requirements_of_project_key UNIQUE (project_id, id)
);

COMMENT ON TABLE "${flyway:defaultSchema}".requirements IS
    'Never deleted, but rejected: a key that somebody has noted stays good.';
COMMENT ON COLUMN "${flyway:defaultSchema}".requirements.updated_at IS
    'When the row last changed; kept by the trigger requirements_touch_updated_at.';

-- The database keeps the column, not the application: then no writer can forget it.
CREATE FUNCTION "${flyway:defaultSchema}".touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;

CREATE TRIGGER requirements_touch_updated_at
    BEFORE UPDATE ON "${flyway:defaultSchema}".requirements
    FOR EACH ROW
    WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE FUNCTION "${flyway:defaultSchema}".touch_updated_at();

GRANT SELECT, INSERT, UPDATE (title, text, status, priority) ON "${flyway:defaultSchema}".requirements
    TO "${api_role}";
