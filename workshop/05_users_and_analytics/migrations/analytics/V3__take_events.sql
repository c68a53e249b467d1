-- One event, once: whatever is written here is written together with the row in seen_events.
CREATE FUNCTION "${flyway:defaultSchema}".take_event(event jsonb) RETURNS void
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

-- Many, in the order in which they are given. One that cannot be taken is given back with the
-- reason, and with it, untold, what comes behind it of the same user; all others are taken.
CREATE FUNCTION "${flyway:defaultSchema}".take_events(events jsonb)
    RETURNS TABLE (event_id uuid, refused_because text)
    LANGUAGE plpgsql
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
DECLARE
    one     jsonb;
    refused bigint[] := '{}';
BEGIN
    FOR one IN
        SELECT value FROM jsonb_array_elements(events) WITH ORDINALITY ORDER BY ordinality
    LOOP
        CONTINUE WHEN (one ->> 'user_id')::bigint = ANY (refused);
        event_id := (one ->> 'event_id')::uuid;
        BEGIN
            PERFORM take_event(one);
            refused_because := NULL;
        EXCEPTION
            -- What is wrong with the event. All else (a lock, a full disk) is nobody's fault: it
            -- ends the whole batch, which comes again.
            WHEN data_exception OR integrity_constraint_violation OR raise_exception THEN
                refused := refused || (one ->> 'user_id')::bigint;
                refused_because := SQLERRM;
        END;
        RETURN NEXT;
    END LOOP;
END
$$;

REVOKE EXECUTE ON FUNCTION
    "${flyway:defaultSchema}".take_event(jsonb), "${flyway:defaultSchema}".take_events(jsonb)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    "${flyway:defaultSchema}".take_event(jsonb), "${flyway:defaultSchema}".take_events(jsonb)
    TO "${api_role}";
