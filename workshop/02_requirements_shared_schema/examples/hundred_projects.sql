INSERT INTO users (email) VALUES ('ada@example.org'), ('bob@example.org');
INSERT INTO projects (name) SELECT 'Project ' || n FROM generate_series(1, 100) AS n;
INSERT INTO user_projects (project_id, user_id, role) SELECT id, CASE WHEN id <= 2 THEN 1 ELSE 2 END, 'owner' FROM projects;
INSERT INTO groups (project_id, name) SELECT id, 'Group ' || g FROM projects, generate_series(1, 5) AS g;
INSERT INTO requirements (project_id, number, title, status, group_id)
SELECT p.id, n, 'Requirement ' || n || ' of ' || p.id,
       (ARRAY['draft', 'approved', 'done', 'rejected'])[1 + n % 4],
       (SELECT g.id FROM groups AS g WHERE g.project_id = p.id ORDER BY g.id OFFSET n % 5 LIMIT 1)
FROM projects AS p, generate_series(1, 1000) AS n;
UPDATE projects SET last_number = 1000;
