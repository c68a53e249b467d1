-- Both are counted, so each reader decides: signups has every sign-up, came_back those of them whose
-- person had signed up before.
ALTER TABLE "${flyway:defaultSchema}".signups_by_day ADD COLUMN came_back bigint NOT NULL DEFAULT 0;

-- A digest of the email. Null for people of before, of whom no event has told it.
ALTER TABLE "${flyway:defaultSchema}".people ADD COLUMN person text;

-- lint: allow create-index-locks (events that come meanwhile wait in the outbox)
CREATE INDEX people_person_idx ON "${flyway:defaultSchema}".people (person);

-- As in V3, but for the person.
CREATE OR REPLACE FUNCTION "${flyway:defaultSchema}".take_event(event jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
DECLARE
    which   bigint      := (event ->> 'user_id')::bigint;
    nth     bigint      := (event ->> 'version')::bigint;
    moment  timestamptz := (event ->> 'happened_at')::timestamptz;
    what    text        := event ->> 'kind';
    who     text        := event #>> '{payload,person}';
    sign_up date;
    known   boolean;
BEGIN
    INSERT INTO seen_events (event_id)
    VALUES ((event ->> 'event_id')::uuid)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF what = 'signed_up' THEN
        known := EXISTS (SELECT FROM people WHERE person = who);
        INSERT INTO people (user_id, version, domain, signed_up_at, person)
        VALUES (which, nth, event #>> '{payload,domain}', moment, who);
        INSERT INTO signups_by_day AS days (day, signups, came_back)
        VALUES ((moment AT TIME ZONE 'UTC')::date, 1, known::integer)
        ON CONFLICT (day) DO UPDATE
        SET signups = days.signups + 1, came_back = days.came_back + excluded.came_back;
        RETURN;
    END IF;
    UPDATE people
    SET version = nth,
        domain  = coalesce(event #>> '{payload,domain}', domain),
        person  = coalesce(who, person),
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
