INSERT INTO people (user_id, version, domain, signed_up_at, left_at)
SELECT n, 1 + n % 2, 'n' || n % 3 || '.example', timestamptz '2026-09-01 00:05+00' + n * interval '7 hours',
       CASE WHEN n % 2 = 1 THEN timestamptz '2026-10-01 00:00+00' END
FROM generate_series(1, 40) AS n;

-- All of them came in on two days. One day has people who left, and no sign-ups of its own.
INSERT INTO signups_by_day (day, signups, left_again)
VALUES ('2026-09-05', 15, 0), ('2026-09-14', 25, 4), ('2026-12-24', 0, 2);
