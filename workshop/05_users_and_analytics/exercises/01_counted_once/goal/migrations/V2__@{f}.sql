-- One event, once: the row in seen_events and the count are one transaction. The key of seen_events decides
-- between two sessions that bring the same event at once: the second waits for the first, then adds nothing.
CREATE FUNCTION "${flyway:defaultSchema}".@{f}(event_id uuid, day date) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
BEGIN
    INSERT INTO seen_events (event_id)
    VALUES ($1)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO signups_by_day AS days (day, signups)
    VALUES ($2, 1)
    ON CONFLICT ON CONSTRAINT signups_by_day_pkey DO UPDATE SET signups = days.signups + 1;
    RETURN true;
END
$$;

REVOKE EXECUTE ON FUNCTION "${flyway:defaultSchema}".@{f}(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "${flyway:defaultSchema}".@{f}(uuid, date) TO "${api_role}";
