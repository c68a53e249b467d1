-- The days that were counted by arrival. left_again is right, so the rows stay and only signups changes.
UPDATE "${flyway:defaultSchema}".signups_by_day SET signups = 0;

INSERT INTO "${flyway:defaultSchema}".signups_by_day (day, signups)
SELECT (signed_up_at AT TIME ZONE 'UTC')::date, count(*)
FROM "${flyway:defaultSchema}".people
GROUP BY 1
ON CONFLICT (day) DO UPDATE SET signups = excluded.signups;
