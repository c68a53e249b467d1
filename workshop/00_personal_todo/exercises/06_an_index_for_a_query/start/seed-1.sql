-- 20,000 todos of two years. One in 50 is not done yet; one in 20 is in the bin.
INSERT INTO todos (title, is_completed, deleted_at, due_on)
SELECT 'Todo ' || n,
       n % 50 <> 0,
       CASE WHEN n % 20 = 10 THEN timestamptz '2026-01-01 00:00+00' END,
       CASE WHEN n % 11 <> 3 THEN date '2025-01-01' + n % 730 END
FROM generate_series(1, 20000) AS n;

ANALYZE todos;
