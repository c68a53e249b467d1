INSERT INTO todos (title, is_completed, created_at, updated_at, deleted_at)
SELECT 'Todo ' || n, n % 4 = 0, '2024-06-01 00:00+00', '2024-06-01 00:00+00'::timestamptz + n * interval '1 hour',
       CASE WHEN n % 7 = 0 THEN '2024-07-01 00:00+00'::timestamptz END
FROM generate_series(1, 500) AS n;
