-- One after the other, for each user. Ids of the outbox say nothing of it across users: whoever
-- took the lower id may commit later. The version does: a user's row is locked by whoever changes
-- it until that is committed, so there is no version n + 1 before everybody can see n.
ALTER TABLE "${flyway:defaultSchema}".users ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE "${flyway:defaultSchema}".outbox ADD COLUMN version bigint NOT NULL DEFAULT 1;

COMMENT ON COLUMN "${flyway:defaultSchema}".users.version IS
    'How often the row was written; kept by the trigger users_count_versions.';
COMMENT ON COLUMN "${flyway:defaultSchema}".outbox.version IS
    'Of the user, after what happened: 1 is the sign-up, and no number is left out.';

-- lint: allow create-index-locks (delivered rows are cleared away: the table is small)
CREATE UNIQUE INDEX outbox_version_idx ON "${flyway:defaultSchema}".outbox (user_id, version);

-- lint: allow constraint-scans (as above: few rows to read)
ALTER TABLE "${flyway:defaultSchema}".outbox DROP CONSTRAINT outbox_kind_known,
    ADD CONSTRAINT outbox_kind_known CHECK (kind IN ('signed_up', 'email_changed', 'left'));

CREATE FUNCTION "${flyway:defaultSchema}".count_version() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $$
BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
END
$$;

CREATE TRIGGER users_count_versions
    BEFORE UPDATE ON "${flyway:defaultSchema}".users
    FOR EACH ROW EXECUTE FUNCTION "${flyway:defaultSchema}".count_version();

-- Each update is a version and an event, also one that leaves the email as it was: then no version
-- is without its event.
CREATE FUNCTION "${flyway:defaultSchema}".tell_of_change() RETURNS trigger
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

REVOKE EXECUTE ON FUNCTION
    "${flyway:defaultSchema}".count_version(), "${flyway:defaultSchema}".tell_of_change()
    FROM PUBLIC;

CREATE TRIGGER users_tell_of_change
    AFTER UPDATE OR DELETE ON "${flyway:defaultSchema}".users
    FOR EACH ROW EXECUTE FUNCTION "${flyway:defaultSchema}".tell_of_change();
