-- As in V3, but that the day is the one on which it happened, in UTC: current_date is when it arrived, and
-- a plain cast to date asks the time zone of the session.
CREATE OR REPLACE FUNCTION "${flyway:defaultSchema}".take_sign_up(
    event uuid, person bigint, from_domain text, happened_at timestamptz) RETURNS void
    LANGUAGE plpgsql
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
BEGIN
    INSERT INTO seen_events (event_id) VALUES (event) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    INSERT INTO people (user_id, version, domain, signed_up_at)
    VALUES (person, 1, from_domain, happened_at);
    INSERT INTO signups_by_day AS days (day, signups)
    VALUES ((happened_at AT TIME ZONE 'UTC')::date, 1)
    ON CONFLICT (day) DO UPDATE SET signups = days.signups + 1;
END
$$;

-- The days that were counted by arrival. left_again is right, so the rows stay and only signups changes.
INSERT INTO "${flyway:defaultSchema}".signups_by_day (day, signups)
SELECT (signed_up_at AT TIME ZONE 'UTC')::date, count(*)
FROM "${flyway:defaultSchema}".people
GROUP BY 1
ON CONFLICT (day) DO UPDATE SET signups = signups_by_day.signups + excluded.signups;
