-- How many members each project has. It uses only what V1 makes, because it runs with a lower target too.
-- security_invoker: the view is read with the rights, and behind the policies, of the role that asks.
CREATE OR REPLACE VIEW "${flyway:defaultSchema}".project_summary WITH (security_invoker = true) AS
SELECT project_id,
       count(*) AS members,
       count(*) FILTER (WHERE role = 'owner') AS owners
FROM "${flyway:defaultSchema}".user_projects
GROUP BY project_id;

COMMENT ON VIEW "${flyway:defaultSchema}".project_summary IS 'How many members each project has.';

GRANT SELECT ON "${flyway:defaultSchema}".project_summary TO "${api_role}";
