INSERT INTO signups_by_day (day, signups) VALUES ('2026-11-22', 0);
