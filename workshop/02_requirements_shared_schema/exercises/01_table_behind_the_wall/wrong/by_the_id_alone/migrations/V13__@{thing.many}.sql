CREATE TABLE "${flyway:defaultSchema}".@{thing.many} (
    id         bigint      GENERATED ALWAYS AS IDENTITY,
    project_id bigint      NOT NULL DEFAULT "${flyway:defaultSchema}".current_project_id(),
    text       text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    -- The key begins with the project: it is the index of the policy, too.
    CONSTRAINT @{thing.many}_pkey PRIMARY KEY (project_id, id),
    CONSTRAINT @{thing.many}_text_not_blank CHECK (text ~ '\S'),
    CONSTRAINT @{thing.many}_project_fkey FOREIGN KEY (project_id)
        REFERENCES "${flyway:defaultSchema}".projects (id) ON DELETE CASCADE
);

COMMENT ON TABLE "${flyway:defaultSchema}".@{thing.many} IS 'Written once, by an editor or an owner of the project.';

-- FORCE: the policies hold for the owner of the table, too, who therefore needs one.
ALTER TABLE "${flyway:defaultSchema}".@{thing.many} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY @{thing.many}_of_project ON "${flyway:defaultSchema}".@{thing.many} FOR SELECT TO "${api_role}"
    USING (project_id = (SELECT current_setting('app.project_id', true)::bigint));
CREATE POLICY @{thing.many}_insert ON "${flyway:defaultSchema}".@{thing.many} FOR INSERT TO "${api_role}"
    WITH CHECK (project_id = (SELECT "${flyway:defaultSchema}".current_project_id_as('editor', 'owner')));
CREATE POLICY @{thing.many}_owner ON "${flyway:defaultSchema}".@{thing.many} TO CURRENT_USER USING (true);

-- No UPDATE and no DELETE: what is not granted needs no policy.
GRANT SELECT, INSERT ON "${flyway:defaultSchema}".@{thing.many} TO "${api_role}";
