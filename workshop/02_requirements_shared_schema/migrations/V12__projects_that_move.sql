-- A member of a project gets an id of its own there: that of the person is of all projects, and stays
-- inside. Those who are there keep the one by which they are known.
ALTER TABLE "${flyway:defaultSchema}".user_projects ADD COLUMN id bigint;

UPDATE "${flyway:defaultSchema}".user_projects SET id = user_id;

-- lint: allow set-not-null (the statement before has just written every row anyway)
-- lint: allow constraint-index-locks (for the same reason nobody could write meanwhile)
ALTER TABLE "${flyway:defaultSchema}".user_projects
    ALTER COLUMN id SET NOT NULL,
    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY,
    ADD CONSTRAINT user_projects_of_project_key UNIQUE (project_id, id);

-- The next id comes after theirs. The function wants the table's name as a text: Postgres writes it,
-- for a name that is put between '' breaks where it has a ' itself. Where there is no row, there is
-- nothing to do.
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence(tableoid::regclass::text, 'id'), max(id))
FROM "${flyway:defaultSchema}".user_projects
GROUP BY tableoid;

-- What a project has elsewhere has a place here too, and its row says whether it is here at all.
ALTER TABLE "${flyway:defaultSchema}".projects
    ADD COLUMN settings    jsonb       NOT NULL DEFAULT '{}',
    ADD COLUMN settings_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN status      varchar(10) NOT NULL DEFAULT 'active',
    ADD COLUMN moved_to    text;

-- lint: allow constraint-scans (one row a project, and a column that is new has its default)
ALTER TABLE "${flyway:defaultSchema}".projects
    ADD CONSTRAINT projects_status_known CHECK (status IN ('active', 'arriving', 'moved'));

COMMENT ON COLUMN "${flyway:defaultSchema}".projects.settings_at IS 'When they were last changed.';
COMMENT ON COLUMN "${flyway:defaultSchema}".projects.status IS
    'Served where it is active. One that has moved leaves its row, and finds its id when it comes home.';
COMMENT ON COLUMN "${flyway:defaultSchema}".projects.moved_to IS 'Who serves it, where it has moved.';
