INSERT INTO people (user_id, version, domain, signed_up_at, left_at)
SELECT n, 1, 'n' || n % 7 || '.example', timestamptz '2026-09-01 00:05+00' + n * interval '7 hours',
       CASE WHEN n % 5 = 1 THEN timestamptz '2026-10-01 00:00+00' END
FROM generate_series(1, 60) AS n;
