-- 12,000 todos. One in 33 is not done yet; one in 9 is in the bin.
INSERT INTO todos (title, is_completed, deleted_at, due_on)
SELECT 'Thing ' || n,
       n % 33 <> 0,
       CASE WHEN n % 9 = 4 THEN timestamptz '2026-02-01 00:00+00' END,
       date '2025-01-01' + (n * 7) % 730
FROM generate_series(1, 12000) AS n;

ANALYZE todos;
