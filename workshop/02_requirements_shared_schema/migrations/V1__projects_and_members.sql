-- The module's schema comes first. Flyway has made it already, to keep its history in it;
-- the line stays, so that the file says by itself where everything lives.
CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";

-- All projects are in the same tables: every row will say which project it is of.
CREATE TABLE "${flyway:defaultSchema}".projects (
    id         bigint       GENERATED ALWAYS AS IDENTITY,
    name       varchar(100) NOT NULL,
    created_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT projects_pkey PRIMARY KEY (id),
    CONSTRAINT projects_name_not_blank CHECK (name ~ '\S')
);

COMMENT ON TABLE "${flyway:defaultSchema}".projects IS 'The tenants: each is as if it were alone.';

-- People are of no project: one person may be in several.
CREATE TABLE "${flyway:defaultSchema}".users (
    id         bigint       GENERATED ALWAYS AS IDENTITY,
    email      varchar(254) NOT NULL,
    created_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_email_in_lower_case CHECK (email = lower(email))
);

CREATE TABLE "${flyway:defaultSchema}".user_projects (
    project_id bigint      NOT NULL,
    user_id    bigint      NOT NULL,
    role       varchar(10) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT user_projects_pkey PRIMARY KEY (project_id, user_id),
    CONSTRAINT user_projects_role_known CHECK (role IN ('viewer', 'editor', 'owner')),
    CONSTRAINT user_projects_project_fkey FOREIGN KEY (project_id)
        REFERENCES "${flyway:defaultSchema}".projects (id) ON DELETE CASCADE,
    CONSTRAINT user_projects_user_fkey FOREIGN KEY (user_id) REFERENCES "${flyway:defaultSchema}".users (id)
);

COMMENT ON TABLE "${flyway:defaultSchema}".user_projects IS 'Who is a member of what, and what they may do there.';
COMMENT ON COLUMN "${flyway:defaultSchema}".user_projects.role IS
    'A viewer reads, an editor writes, an owner says who the members are.';

-- The key begins with the project; this is for the other way, from a person to their projects.
CREATE INDEX user_projects_user_idx ON "${flyway:defaultSchema}".user_projects (user_id, project_id);

-- Column by column: what is left out, such as a member's project, cannot be changed by the API.
GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
GRANT SELECT, UPDATE (name) ON "${flyway:defaultSchema}".projects TO "${api_role}";
GRANT SELECT ON "${flyway:defaultSchema}".users TO "${api_role}";
GRANT SELECT, INSERT, UPDATE (role), DELETE ON "${flyway:defaultSchema}".user_projects TO "${api_role}";
