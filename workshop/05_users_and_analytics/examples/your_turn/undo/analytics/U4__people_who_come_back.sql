-- Who came back is lost.
CREATE OR REPLACE FUNCTION "${flyway:defaultSchema}".take_event(event jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
DECLARE
    which   bigint      := (event ->> 'user_id')::bigint;
    nth     bigint      := (event ->> 'version')::bigint;
    moment  timestamptz := (event ->> 'happened_at')::timestamptz;
    what    text        := event ->> 'kind';
    sign_up date;
BEGIN
    INSERT INTO seen_events (event_id)
    VALUES ((event ->> 'event_id')::uuid)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF what = 'signed_up' THEN
        INSERT INTO people (user_id, version, domain, signed_up_at)
        VALUES (which, nth, event #>> '{payload,domain}', moment);
        INSERT INTO signups_by_day AS days (day, signups)
        VALUES ((moment AT TIME ZONE 'UTC')::date, 1)
        ON CONFLICT (day) DO UPDATE SET signups = days.signups + 1;
        RETURN;
    END IF;
    UPDATE people
    SET version = nth,
        domain  = coalesce(event #>> '{payload,domain}', domain),
        left_at = CASE WHEN what = 'left' THEN moment END
    WHERE user_id = which AND version = nth - 1
    RETURNING (signed_up_at AT TIME ZONE 'UTC')::date INTO sign_up;
    IF NOT FOUND OR what NOT IN ('email_changed', 'left') THEN
        RAISE EXCEPTION '% of user % is version %, and that is not what comes next', what, which, nth
            USING ERRCODE = 'check_violation';
    END IF;
    IF what = 'left' THEN
        UPDATE signups_by_day
        SET left_again = left_again + 1
        WHERE day = sign_up;
    END IF;
END
$$;

DROP INDEX "${flyway:defaultSchema}".people_person_idx;
ALTER TABLE "${flyway:defaultSchema}".people DROP COLUMN person;
ALTER TABLE "${flyway:defaultSchema}".signups_by_day DROP COLUMN came_back;
