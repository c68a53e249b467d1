-- A session is proved by a token that only its client has. Here is the token's SHA-256 alone: who
-- reads this table, or a backup of it, can log in as nobody.
CREATE TABLE "${flyway:defaultSchema}".sessions (
    id         bigint      GENERATED ALWAYS AS IDENTITY,
    user_id    bigint      NOT NULL,
    token_hash bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    CONSTRAINT sessions_pkey PRIMARY KEY (id),
    CONSTRAINT sessions_token_hash_key UNIQUE (token_hash),
    CONSTRAINT sessions_token_is_hashed CHECK (octet_length(token_hash) = 32),
    CONSTRAINT sessions_expires_by_its_end CHECK (expires_at <= ends_at),
    -- Without an account there are no sessions of it: none to forget to delete.
    CONSTRAINT sessions_user_fkey FOREIGN KEY (user_id)
        REFERENCES "${flyway:defaultSchema}".users (id) ON DELETE CASCADE
);

COMMENT ON COLUMN "${flyway:defaultSchema}".sessions.expires_at IS
    'Moves on while the session is used, but never beyond its end.';
COMMENT ON COLUMN "${flyway:defaultSchema}".sessions.ends_at IS
    'The end, however much it is used.';

-- Postgres makes an index for a key, and none for what refers to it.
CREATE INDEX sessions_user_idx ON "${flyway:defaultSchema}".sessions (user_id, id);

-- For whoever clears away what has expired: the oldest first, without reading the rest.
CREATE INDEX sessions_expires_at_idx ON "${flyway:defaultSchema}".sessions (expires_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON "${flyway:defaultSchema}".sessions TO "${api_role}";
