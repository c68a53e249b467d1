INSERT INTO projects (id, name) OVERRIDING SYSTEM VALUE
SELECT n, 'Project ' || n FROM generate_series(1, 12) AS n;

-- Many rows, or the planner reads the whole table and is right to.
INSERT INTO requirements (project_id, number, title, created_at, updated_at)
SELECT 1 + n % 12, n, 'Requirement ' || n,
       timestamptz '2026-01-01 00:00+00' + n * interval '1 hour',
       timestamptz '2026-01-02 00:00+00' + (n * 7919 % 8000) * interval '1 hour'
FROM generate_series(1, 8000) AS n;

ANALYZE requirements;
