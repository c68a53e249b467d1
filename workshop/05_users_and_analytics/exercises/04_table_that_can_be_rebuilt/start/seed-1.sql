INSERT INTO people (user_id, version, domain, signed_up_at, left_at)
VALUES (1, 1, 'one.example', '2026-11-01 10:00+00', NULL),
       (2, 2, 'two.example', '2026-11-01 23:30+00', '2026-11-03 09:00+00'),
       (3, 1, 'one.example', '2026-11-02 00:10+00', NULL),
       (4, 2, 'two.example', '2026-11-02 21:59+00', NULL);
