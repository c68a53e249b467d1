-- Two columns refer to two: the requirement is one of the same project. Both are NOT NULL, because a
-- foreign key with a null in it is not checked.
CREATE TABLE "${flyway:defaultSchema}".@{t.many} (
    id             bigint      GENERATED ALWAYS AS IDENTITY,
    project_id     bigint      NOT NULL,
    requirement_id bigint      NOT NULL,
    @{t.field} text NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT @{t.many}_pkey PRIMARY KEY (id),
    CONSTRAINT @{t.many}_requirement_fkey FOREIGN KEY (project_id, requirement_id)
        REFERENCES "${flyway:defaultSchema}".requirements (project_id, id) ON DELETE CASCADE
);

COMMENT ON TABLE "${flyway:defaultSchema}".@{t.many} IS 'Each is about one requirement of its own project.';

-- For the list of one requirement, and for the foreign key when a requirement goes.
CREATE INDEX @{t.many}_requirement_idx
    ON "${flyway:defaultSchema}".@{t.many} (project_id, requirement_id, id);

GRANT SELECT, INSERT, UPDATE (@{t.field}), DELETE ON "${flyway:defaultSchema}".@{t.many} TO "${api_role}";
