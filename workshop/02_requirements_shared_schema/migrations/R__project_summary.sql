-- Files named R__….sql are repeatable: Flyway runs them after all versioned files, and again when
-- their text has changed. A view suits: to change it is to edit this file. They run with a lower
-- target too, so the view uses only what V1 makes.
--
-- security_invoker: the view is read with the rights of the role that asks. Without it, it would be
-- read as its owner, and row-level security would not hold.
DROP VIEW IF EXISTS "${flyway:defaultSchema}".project_summary;

CREATE VIEW "${flyway:defaultSchema}".project_summary WITH (security_invoker = true) AS
SELECT project_id,
       count(*) AS members,
       count(*) FILTER (WHERE role = 'viewer') AS viewers,
       count(*) FILTER (WHERE role = 'editor') AS editors,
       count(*) FILTER (WHERE role = 'owner') AS owners
FROM "${flyway:defaultSchema}".user_projects
GROUP BY project_id;

COMMENT ON VIEW "${flyway:defaultSchema}".project_summary IS 'How many members each project has, by their roles.';

GRANT SELECT ON "${flyway:defaultSchema}".project_summary TO "${api_role}";
