CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";

-- One operation on one target. What runs on many targets at once has a table of its own one day,
-- and a column here that refers to it.
CREATE TABLE "${flyway:defaultSchema}".operations (
    id             bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT operations_pkey PRIMARY KEY,
    operation      text        NOT NULL,
    track          text        NOT NULL,
    database_name  text        NOT NULL,
    schema_name    text        NOT NULL,
    from_version   text        NOT NULL,
    to_version     text        NOT NULL,
    started_by     text        NOT NULL,
    database_user  text        NOT NULL DEFAULT session_user,
    started_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- The session that ends the row. Where it is gone, and the row has no end, the tool was killed.
    session_pid    int         NOT NULL DEFAULT pg_backend_pid(),
    session_start  timestamptz NOT NULL,
    ended_at       timestamptz,
    error          text,
    CONSTRAINT operations_error_only_at_the_end CHECK (error IS NULL OR ended_at IS NOT NULL)
);

CREATE INDEX operations_track_idx ON "${flyway:defaultSchema}".operations (track, id);

COMMENT ON TABLE "${flyway:defaultSchema}".operations IS
    'What ./db changed: written by the tool itself, read with ./db journal';
COMMENT ON COLUMN "${flyway:defaultSchema}".operations.to_version IS
    'where it was to go; where it ended, once it has';
