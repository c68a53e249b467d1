-- What the other database has to hear of, written in the same transaction as what happened: either
-- both are there or neither is. Somebody else carries it over, later, as often as it takes.
CREATE TABLE "${flyway:defaultSchema}".outbox (
    id           bigint      GENERATED ALWAYS AS IDENTITY,
    event_id     uuid        NOT NULL DEFAULT gen_random_uuid(),
    user_id      bigint      NOT NULL,
    kind         text        NOT NULL,
    happened_at  timestamptz NOT NULL DEFAULT now(),
    payload      jsonb       NOT NULL,
    delivered_at timestamptz,
    CONSTRAINT outbox_pkey PRIMARY KEY (id),
    CONSTRAINT outbox_event_id_key UNIQUE (event_id),
    CONSTRAINT outbox_kind_known CHECK (kind IN ('signed_up'))
);

COMMENT ON COLUMN "${flyway:defaultSchema}".outbox.event_id IS
    'By which the other side knows one that comes a second time.';
COMMENT ON COLUMN "${flyway:defaultSchema}".outbox.user_id IS
    'No foreign key: what happened stays true when the user has left.';
COMMENT ON COLUMN "${flyway:defaultSchema}".outbox.payload IS
    'What analytics may know, and no more: of an email, the domain.';

-- The few that wait are found without reading the many that do not.
CREATE INDEX outbox_waiting_idx ON "${flyway:defaultSchema}".outbox (id)
    WHERE delivered_at IS NULL;
CREATE INDEX outbox_delivered_idx ON "${flyway:defaultSchema}".outbox (delivered_at)
    WHERE delivered_at IS NOT NULL;

-- The database writes the event, not the API: then a sign-up by hand is told of too, and nobody
-- can forget it. SECURITY DEFINER: the API's role may write no event that did not happen.
CREATE FUNCTION "${flyway:defaultSchema}".tell_of_sign_up() RETURNS trigger
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

REVOKE EXECUTE ON FUNCTION "${flyway:defaultSchema}".tell_of_sign_up() FROM PUBLIC;

-- Nobody signs up between this line and the next statement: the lock is held until both are there.
CREATE TRIGGER users_tell_of_sign_up
    AFTER INSERT ON "${flyway:defaultSchema}".users
    FOR EACH ROW EXECUTE FUNCTION "${flyway:defaultSchema}".tell_of_sign_up();

-- Those who signed up before there was an outbox are told of as well.
INSERT INTO "${flyway:defaultSchema}".outbox (user_id, kind, happened_at, payload)
SELECT id, 'signed_up', created_at, jsonb_build_object('domain', split_part(email, '@', 2))
FROM "${flyway:defaultSchema}".users
ORDER BY id;

GRANT SELECT, UPDATE (delivered_at), DELETE ON "${flyway:defaultSchema}".outbox TO "${api_role}";
