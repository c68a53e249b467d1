INSERT INTO signups_by_day (day, signups) VALUES ('2026-11-01', 3), ('2026-11-02', 1);
INSERT INTO seen_events (event_id)
SELECT gen_random_uuid() FROM generate_series(1, 4);
