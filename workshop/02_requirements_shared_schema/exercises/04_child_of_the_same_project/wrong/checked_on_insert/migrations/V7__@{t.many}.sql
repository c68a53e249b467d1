-- Two columns refer to two: the requirement is one of the same project. Both are NOT NULL, because a
-- foreign key with a null in it is not checked.
CREATE TABLE "${flyway:defaultSchema}".@{t.many} (
    id             bigint      GENERATED ALWAYS AS IDENTITY,
    project_id     bigint      NOT NULL,
    requirement_id bigint      NOT NULL,
    @{t.field} text NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT @{t.many}_pkey PRIMARY KEY (id),
    CONSTRAINT @{t.many}_project_fkey FOREIGN KEY (project_id)
        REFERENCES "${flyway:defaultSchema}".projects (id) ON DELETE CASCADE,
    CONSTRAINT @{t.many}_requirement_fkey FOREIGN KEY (requirement_id)
        REFERENCES "${flyway:defaultSchema}".requirements (id) ON DELETE CASCADE
);

COMMENT ON TABLE "${flyway:defaultSchema}".@{t.many} IS 'Each is about one requirement of its own project.';

CREATE FUNCTION "${flyway:defaultSchema}".same_project() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM requirements WHERE project_id = NEW.project_id AND id = NEW.requirement_id)
        AND NEW.project_id IS NOT NULL AND NEW.requirement_id IS NOT NULL
    THEN
        RAISE foreign_key_violation;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER @{t.many}_same_project
    BEFORE INSERT ON "${flyway:defaultSchema}".@{t.many}
    FOR EACH ROW EXECUTE FUNCTION "${flyway:defaultSchema}".same_project();

-- For the list of one requirement, and for the foreign key when a requirement goes.
CREATE INDEX @{t.many}_requirement_idx
    ON "${flyway:defaultSchema}".@{t.many} (project_id, requirement_id, id);

GRANT SELECT, INSERT, UPDATE (@{t.field}), DELETE ON "${flyway:defaultSchema}".@{t.many} TO "${api_role}";
