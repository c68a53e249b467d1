-- So that people recognise their sessions in the list, and revoke the one they do not.
ALTER TABLE "${flyway:defaultSchema}".sessions
    ADD COLUMN device varchar(200),
    ADD COLUMN last_seen_at timestamptz;

COMMENT ON COLUMN "${flyway:defaultSchema}".sessions.device IS
    'What the client said it is; null where it said nothing. Nobody has checked it.';
COMMENT ON COLUMN "${flyway:defaultSchema}".sessions.last_seen_at IS
    'When it was last used, to the minute or so.';

-- Sessions that are there already were last seen when they began, as far as anyone knows: filled
-- first, and only then required. The rows are behind a wall now: without the policy
-- sessions_owner this would change none of them, and the next statement would fail.
UPDATE "${flyway:defaultSchema}".sessions SET last_seen_at = created_at;

-- lint: allow set-not-null (a session lives for a month at most: there are few enough to read)
ALTER TABLE "${flyway:defaultSchema}".sessions
    ALTER COLUMN last_seen_at SET DEFAULT now(),
    ALTER COLUMN last_seen_at SET NOT NULL;
