ALTER TABLE "${flyway:defaultSchema}".requirements ALTER COLUMN project_id DROP DEFAULT;
ALTER TABLE "${flyway:defaultSchema}".groups ALTER COLUMN project_id DROP DEFAULT;
ALTER TABLE "${flyway:defaultSchema}".user_projects ALTER COLUMN project_id DROP DEFAULT;

DROP POLICY projects_owner ON "${flyway:defaultSchema}".projects;
DROP POLICY users_owner ON "${flyway:defaultSchema}".users;
DROP POLICY user_projects_owner ON "${flyway:defaultSchema}".user_projects;
DROP POLICY requirements_owner ON "${flyway:defaultSchema}".requirements;
DROP POLICY groups_owner ON "${flyway:defaultSchema}".groups;
DROP POLICY cell_history_owner ON "${flyway:defaultSchema}".cell_history;

DROP POLICY users_of_project ON "${flyway:defaultSchema}".users;
DROP POLICY user_projects_own ON "${flyway:defaultSchema}".user_projects;
DROP POLICY projects_of_user ON "${flyway:defaultSchema}".projects;
DROP POLICY projects_update ON "${flyway:defaultSchema}".projects;
DROP POLICY user_projects_delete ON "${flyway:defaultSchema}".user_projects;
DROP POLICY user_projects_update ON "${flyway:defaultSchema}".user_projects;
DROP POLICY user_projects_insert ON "${flyway:defaultSchema}".user_projects;
DROP POLICY groups_delete ON "${flyway:defaultSchema}".groups;
DROP POLICY groups_update ON "${flyway:defaultSchema}".groups;
DROP POLICY groups_insert ON "${flyway:defaultSchema}".groups;
DROP POLICY requirements_update ON "${flyway:defaultSchema}".requirements;
DROP POLICY requirements_insert ON "${flyway:defaultSchema}".requirements;
DROP POLICY user_projects_of_project ON "${flyway:defaultSchema}".user_projects;
DROP POLICY cell_history_of_project ON "${flyway:defaultSchema}".cell_history;
DROP POLICY groups_of_project ON "${flyway:defaultSchema}".groups;
DROP POLICY requirements_of_project ON "${flyway:defaultSchema}".requirements;

ALTER TABLE "${flyway:defaultSchema}".projects DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".users DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".user_projects DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".requirements DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".groups DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "${flyway:defaultSchema}".cell_history DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;

-- As in V5.
GRANT UPDATE (last_number) ON "${flyway:defaultSchema}".projects TO "${api_role}";
CREATE OR REPLACE FUNCTION "${flyway:defaultSchema}".take_numbers(of_project bigint, how_many integer) RETURNS integer
    LANGUAGE sql
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    UPDATE projects
    SET last_number = last_number + how_many
    WHERE id = of_project
    RETURNING last_number - how_many + 1
$$;

DROP FUNCTION "${flyway:defaultSchema}".create_project(text);
DROP FUNCTION "${flyway:defaultSchema}".user_of(text);
DROP FUNCTION "${flyway:defaultSchema}".current_project_id();
DROP FUNCTION "${flyway:defaultSchema}".current_project_id_as(text[]);
DROP FUNCTION "${flyway:defaultSchema}".current_user_id();
