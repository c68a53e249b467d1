-- The module's schema comes first. Flyway has made it already, to keep its history in it;
-- the line stays, so that the file says by itself where everything lives.
CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";

CREATE TABLE "${flyway:defaultSchema}".notes (
    id         bigint       GENERATED ALWAYS AS IDENTITY,
    body       varchar(500) NOT NULL,
    created_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT notes_pkey PRIMARY KEY (id),
    CONSTRAINT notes_body_not_blank CHECK (body ~ '\S')
);

COMMENT ON TABLE "${flyway:defaultSchema}".notes IS 'A note to remember.';
COMMENT ON COLUMN "${flyway:defaultSchema}".notes.body IS 'Never blank.';

-- The API logs in as a role of its own, which may use this data and change nothing about its form.
GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON "${flyway:defaultSchema}".notes TO "${api_role}";
