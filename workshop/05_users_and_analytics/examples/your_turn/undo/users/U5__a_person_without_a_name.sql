-- The key is lost: after the next upgrade each person has another digest.
CREATE OR REPLACE FUNCTION "${flyway:defaultSchema}".tell_of_sign_up() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
BEGIN
    INSERT INTO outbox (user_id, kind, happened_at, payload)
    VALUES (NEW.id, 'signed_up', NEW.created_at,
            jsonb_build_object('domain', split_part(NEW.email, '@', 2)));
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION "${flyway:defaultSchema}".tell_of_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO outbox (user_id, version, kind, payload)
        VALUES (OLD.id, OLD.version + 1, 'left', '{}');
    ELSE
        INSERT INTO outbox (user_id, version, kind, payload)
        VALUES (NEW.id, NEW.version, 'email_changed',
                jsonb_build_object('domain', split_part(NEW.email, '@', 2)));
    END IF;
    RETURN NULL;
END
$$;

DROP FUNCTION "${flyway:defaultSchema}".told_of(text);
DROP TABLE "${flyway:defaultSchema}".digest_key;
