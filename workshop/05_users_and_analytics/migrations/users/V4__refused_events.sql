-- What analytics cannot take, today or ever, must not hold up what happened to others. It waits,
-- longer each time, and behind it what happened to the same user; nothing is thrown away.
ALTER TABLE "${flyway:defaultSchema}".outbox
    ADD COLUMN refusals integer NOT NULL DEFAULT 0,
    ADD COLUMN refused_because text,
    ADD COLUMN next_try_at timestamptz;

COMMENT ON COLUMN "${flyway:defaultSchema}".outbox.next_try_at IS
    'Null where it was not refused; else nobody tries before.';

-- lint: allow create-index-locks (delivered rows are cleared away: the table is small)
CREATE INDEX outbox_refused_idx ON "${flyway:defaultSchema}".outbox (user_id)
    WHERE delivered_at IS NULL AND next_try_at IS NOT NULL;

GRANT UPDATE (refusals, refused_because, next_try_at)
    ON "${flyway:defaultSchema}".outbox TO "${api_role}";
