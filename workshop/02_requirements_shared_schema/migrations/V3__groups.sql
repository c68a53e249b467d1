CREATE TABLE "${flyway:defaultSchema}".groups (
    id         bigint       GENERATED ALWAYS AS IDENTITY,
    project_id bigint       NOT NULL,
    name       varchar(100) NOT NULL,
    created_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT groups_pkey PRIMARY KEY (id),
    CONSTRAINT groups_name_not_blank CHECK (name ~ '\S'),
    CONSTRAINT groups_name_key UNIQUE (project_id, name),
    CONSTRAINT groups_of_project_key UNIQUE (project_id, id),
    CONSTRAINT groups_project_fkey FOREIGN KEY (project_id)
        REFERENCES "${flyway:defaultSchema}".projects (id) ON DELETE CASCADE
);

COMMENT ON TABLE "${flyway:defaultSchema}".groups IS 'Parts of a project, by which its requirements are sorted.';

-- Two columns refer to two columns: with group_id alone, a requirement of one project could be in
-- a group of another, and the check of a foreign key looks past row-level security. NOT VALID:
-- the rows that are there are not looked at while everybody waits, but by the next migration.
ALTER TABLE "${flyway:defaultSchema}".requirements
    ADD COLUMN group_id bigint,
    ADD CONSTRAINT requirements_group_fkey FOREIGN KEY (project_id, group_id)
        REFERENCES "${flyway:defaultSchema}".groups (project_id, id) NOT VALID;

COMMENT ON COLUMN "${flyway:defaultSchema}".requirements.group_id IS 'Of the same project; null where it is in none.';

GRANT SELECT, INSERT, UPDATE (name), DELETE ON "${flyway:defaultSchema}".groups TO "${api_role}";
GRANT UPDATE (group_id) ON "${flyway:defaultSchema}".requirements TO "${api_role}";
