-- What runs on many targets at once: a row for the run, and one for each target that it is to move.
CREATE TABLE "${flyway:defaultSchema}".runs (
    id             bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT runs_pkey PRIMARY KEY,
    operation      text        NOT NULL,
    track          text        NOT NULL,
    to_version     text        NOT NULL,
    started_by     text        NOT NULL,
    database_user  text        NOT NULL DEFAULT session_user,
    started_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- The session that ends the row. Where it is gone, and the row has no end, the tool was killed.
    session_pid    int         NOT NULL DEFAULT pg_backend_pid(),
    session_start  timestamptz NOT NULL,
    ended_at       timestamptz,
    error          text,
    -- The run that went on with it.
    continued_by   bigint      CONSTRAINT runs_continued_by_fkey REFERENCES "${flyway:defaultSchema}".runs,
    CONSTRAINT runs_error_only_at_the_end CHECK (error IS NULL OR ended_at IS NOT NULL)
);

CREATE INDEX runs_track_idx ON "${flyway:defaultSchema}".runs (track, id);

CREATE TABLE "${flyway:defaultSchema}".run_targets (
    run_id        bigint NOT NULL CONSTRAINT run_targets_run_fkey REFERENCES "${flyway:defaultSchema}".runs,
    label         text   NOT NULL,
    database_name text   NOT NULL,
    schema_name   text   NOT NULL,
    from_version  text   NOT NULL,
    to_version    text   NOT NULL,
    status        text   NOT NULL DEFAULT 'pending'
        CONSTRAINT run_targets_status CHECK (status IN ('pending', 'done', 'failed', 'left')),
    milliseconds  bigint,
    error         text,
    ended_at      timestamptz,
    CONSTRAINT run_targets_pkey PRIMARY KEY (run_id, database_name, schema_name),
    CONSTRAINT run_targets_error_says_why CHECK ((status = 'failed') = (error IS NOT NULL))
);

COMMENT ON TABLE "${flyway:defaultSchema}".runs IS
    'What ./db did to many targets at once: written by the tool itself';
COMMENT ON COLUMN "${flyway:defaultSchema}".run_targets.to_version IS
    'where it was to go; where it stands, once it was tried';
COMMENT ON COLUMN "${flyway:defaultSchema}".run_targets.status IS
    'left: the run ended before it came to it';
