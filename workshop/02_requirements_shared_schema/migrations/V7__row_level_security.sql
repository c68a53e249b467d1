-- The second wall. The first is the API's own WHERE project_id = …; whoever forgets it there sees
-- nothing foreign all the same. It is no wall against SQL that an attacker can write: who may run
-- any statement may also set app.user_email.

-- Who asks, and in which project: the API says SET LOCAL app.user_email and app.project_id in the
-- transaction of each request. SECURITY DEFINER, for the policies below are made of these.
CREATE FUNCTION "${flyway:defaultSchema}".current_user_id() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    SELECT id FROM users WHERE email = current_setting('app.user_email', true)
$$;

-- The project that the request names, if the user has one of these roles in it; else null, which no
-- row has. So it is not enough to name a project, and a handler that forgets to ask for the member's
-- role shows nothing, and changes nothing.
CREATE FUNCTION "${flyway:defaultSchema}".current_project_id_as(VARIADIC roles text[]) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    SELECT project_id
    FROM user_projects
    WHERE project_id = nullif(current_setting('app.project_id', true), '')::bigint
      AND user_id = current_user_id()
      AND role = ANY (roles)
$$;

CREATE FUNCTION "${flyway:defaultSchema}".current_project_id() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    SELECT current_project_id_as('viewer', 'editor', 'owner')
$$;

-- ENABLE is for everybody but the owner; FORCE is for the owner too. (A superuser is above both.)
ALTER TABLE "${flyway:defaultSchema}".projects ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".user_projects ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".requirements ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".groups ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".cell_history ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- In (SELECT …) a function is called once a statement; without it, it may be called once a row.
-- Reading takes any role. USING is also the check of what is written.
CREATE POLICY requirements_of_project ON "${flyway:defaultSchema}".requirements FOR SELECT TO "${api_role}"
    USING (project_id = (SELECT "${flyway:defaultSchema}".current_project_id()));
CREATE POLICY groups_of_project ON "${flyway:defaultSchema}".groups FOR SELECT TO "${api_role}"
    USING (project_id = (SELECT "${flyway:defaultSchema}".current_project_id()));
CREATE POLICY cell_history_of_project ON "${flyway:defaultSchema}".cell_history FOR SELECT TO "${api_role}"
    USING (project_id = (SELECT "${flyway:defaultSchema}".current_project_id()));
CREATE POLICY user_projects_of_project ON "${flyway:defaultSchema}".user_projects FOR SELECT TO "${api_role}"
    USING (project_id = (SELECT "${flyway:defaultSchema}".current_project_id()));

-- An editor writes, an owner too.
CREATE POLICY requirements_insert ON "${flyway:defaultSchema}".requirements FOR INSERT TO "${api_role}"
    WITH CHECK (project_id = (SELECT "${flyway:defaultSchema}".current_project_id_as('editor', 'owner')));
CREATE POLICY requirements_update ON "${flyway:defaultSchema}".requirements FOR UPDATE TO "${api_role}"
    USING (project_id = (SELECT "${flyway:defaultSchema}".current_project_id_as('editor', 'owner')));
CREATE POLICY groups_insert ON "${flyway:defaultSchema}".groups FOR INSERT TO "${api_role}"
    WITH CHECK (project_id = (SELECT "${flyway:defaultSchema}".current_project_id_as('editor', 'owner')));
CREATE POLICY groups_update ON "${flyway:defaultSchema}".groups FOR UPDATE TO "${api_role}"
    USING (project_id = (SELECT "${flyway:defaultSchema}".current_project_id_as('editor', 'owner')));
CREATE POLICY groups_delete ON "${flyway:defaultSchema}".groups FOR DELETE TO "${api_role}"
    USING (project_id = (SELECT "${flyway:defaultSchema}".current_project_id_as('editor', 'owner')));

-- An owner says who the members are, and what the project is called.
CREATE POLICY user_projects_insert ON "${flyway:defaultSchema}".user_projects FOR INSERT TO "${api_role}"
    WITH CHECK (project_id = (SELECT "${flyway:defaultSchema}".current_project_id_as('owner')));
CREATE POLICY user_projects_update ON "${flyway:defaultSchema}".user_projects FOR UPDATE TO "${api_role}"
    USING (project_id = (SELECT "${flyway:defaultSchema}".current_project_id_as('owner')));
CREATE POLICY user_projects_delete ON "${flyway:defaultSchema}".user_projects FOR DELETE TO "${api_role}"
    USING (project_id = (SELECT "${flyway:defaultSchema}".current_project_id_as('owner')));
CREATE POLICY projects_update ON "${flyway:defaultSchema}".projects FOR UPDATE TO "${api_role}"
    USING (id = (SELECT "${flyway:defaultSchema}".current_project_id_as('owner')));

-- Outside of a project one sees what one is a member of, and nobody else.
CREATE POLICY projects_of_user ON "${flyway:defaultSchema}".projects FOR SELECT TO "${api_role}"
    USING (id IN (
        SELECT project_id FROM "${flyway:defaultSchema}".user_projects
        WHERE user_id = (SELECT "${flyway:defaultSchema}".current_user_id())));
CREATE POLICY user_projects_own ON "${flyway:defaultSchema}".user_projects FOR SELECT TO "${api_role}"
    USING (user_id = (SELECT "${flyway:defaultSchema}".current_user_id()));
CREATE POLICY users_of_project ON "${flyway:defaultSchema}".users FOR SELECT TO "${api_role}"
    USING (id IN (
        SELECT user_id FROM "${flyway:defaultSchema}".user_projects
        WHERE project_id = (SELECT "${flyway:defaultSchema}".current_project_id())));

-- Editors take numbers, and may change nothing else of the project's row. So no role may change the
-- count itself any more: the function does, for those who may write.
CREATE OR REPLACE FUNCTION "${flyway:defaultSchema}".take_numbers(of_project bigint, how_many integer) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    UPDATE projects
    SET last_number = last_number + how_many
    WHERE id = of_project AND id = current_project_id_as('editor', 'owner')
    RETURNING last_number - how_many + 1
$$;
REVOKE UPDATE (last_number) ON "${flyway:defaultSchema}".projects FROM "${api_role}";

-- The owner runs migrations, which must find every row, and the functions. With FORCE that has to
-- be said: an owner who is no superuser would update no row, and get no error.
CREATE POLICY projects_owner ON "${flyway:defaultSchema}".projects TO CURRENT_USER USING (true);
CREATE POLICY users_owner ON "${flyway:defaultSchema}".users TO CURRENT_USER USING (true);
CREATE POLICY user_projects_owner ON "${flyway:defaultSchema}".user_projects TO CURRENT_USER USING (true);
CREATE POLICY requirements_owner ON "${flyway:defaultSchema}".requirements TO CURRENT_USER USING (true);
CREATE POLICY groups_owner ON "${flyway:defaultSchema}".groups TO CURRENT_USER USING (true);
CREATE POLICY cell_history_owner ON "${flyway:defaultSchema}".cell_history TO CURRENT_USER USING (true);

-- What is added belongs to the project of the request: nobody has to say so.
ALTER TABLE "${flyway:defaultSchema}".requirements ALTER COLUMN project_id SET DEFAULT "${flyway:defaultSchema}".current_project_id();
ALTER TABLE "${flyway:defaultSchema}".groups ALTER COLUMN project_id SET DEFAULT "${flyway:defaultSchema}".current_project_id();
ALTER TABLE "${flyway:defaultSchema}".user_projects ALTER COLUMN project_id SET DEFAULT "${flyway:defaultSchema}".current_project_id();

-- Two doors through the wall. SECURITY DEFINER runs as the owner; search_path is pinned
-- to our schema, where the API may make nothing, with pg_temp behind it: no table of a caller's making
-- is found in place of ours. And each gives only what its one caller needs.

-- People are known by their email: who is new gets a row.
CREATE FUNCTION "${flyway:defaultSchema}".user_of(wanted text) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    INSERT INTO users (email) VALUES (wanted) ON CONFLICT (email) DO NOTHING;
    SELECT id FROM users WHERE email = wanted;
$$;

-- A project is nobody's until it has its first member, who is whoever makes it.
CREATE FUNCTION "${flyway:defaultSchema}".create_project(wanted text) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    WITH made AS (
        INSERT INTO projects (name) VALUES (wanted) RETURNING id
    )
    INSERT INTO user_projects (project_id, user_id, role)
    SELECT made.id, user_of(current_setting('app.user_email')), 'owner'
    FROM made
    RETURNING project_id
$$;

-- A function may be called by everybody until that is taken back.
REVOKE EXECUTE ON FUNCTION
    "${flyway:defaultSchema}".current_user_id(),
    "${flyway:defaultSchema}".current_project_id(),
    "${flyway:defaultSchema}".current_project_id_as(text[]),
    "${flyway:defaultSchema}".user_of(text),
    "${flyway:defaultSchema}".create_project(text)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    "${flyway:defaultSchema}".current_user_id(),
    "${flyway:defaultSchema}".current_project_id(),
    "${flyway:defaultSchema}".current_project_id_as(text[]),
    "${flyway:defaultSchema}".user_of(text),
    "${flyway:defaultSchema}".create_project(text)
    TO "${api_role}";
