-- A digest tells whether two emails are the same, and not which they are. Emails can be guessed, so the
-- digest has a key, which stays in this database: without it no guess can be tried.
CREATE TABLE "${flyway:defaultSchema}".digest_key (
    key bytea NOT NULL DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
);

INSERT INTO "${flyway:defaultSchema}".digest_key DEFAULT VALUES;

CREATE FUNCTION "${flyway:defaultSchema}".told_of(email text) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
    SELECT jsonb_build_object(
        'domain', split_part(email, '@', 2),
        'person', encode(sha256(key || sha256(key || convert_to(email, 'UTF8'))), 'hex'))
    FROM digest_key
$$;

REVOKE EXECUTE ON FUNCTION "${flyway:defaultSchema}".told_of(text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION "${flyway:defaultSchema}".tell_of_sign_up() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = "${flyway:defaultSchema}", pg_temp
AS $$
BEGIN
    INSERT INTO outbox (user_id, kind, happened_at, payload)
    VALUES (NEW.id, 'signed_up', NEW.created_at,
            told_of(NEW.email));
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
                told_of(NEW.email));
    END IF;
    RETURN NULL;
END
$$;
