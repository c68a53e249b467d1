-- How far a change in phases came in a schema. The table is in the same database as the schema, so that
-- a batch of rows and its position commit together.
CREATE TABLE "${flyway:defaultSchema}".rollouts (
    schema_name    text        NOT NULL CONSTRAINT rollouts_pkey PRIMARY KEY,
    version        text        NOT NULL,
    -- The expanding migration as the history has it: after a reset, the row belongs to another schema.
    expanded_at    timestamptz NOT NULL,
    -- The statement of the back-fill script that runs, counted from 0; its last key, and where it ends.
    statement      int         NOT NULL DEFAULT 0,
    position       text[],
    until          text[],
    seen_rows      bigint      NOT NULL DEFAULT 0,
    batches        bigint      NOT NULL DEFAULT 0,
    started_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    filled_at      timestamptz,
    proved_at      timestamptz
);

COMMENT ON TABLE "${flyway:defaultSchema}".rollouts IS
    'How far ./db rollout came in each schema: written by the tool itself';
