-- The module's schema comes first. Flyway has made it already, to keep its history in it;
-- the line stays, so that the file says by itself where everything lives.
CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";

CREATE TABLE "${flyway:defaultSchema}".todos (
    id           bigint       GENERATED ALWAYS AS IDENTITY,
    title        varchar(255) NOT NULL,
    is_completed boolean,
    created_at   timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT todos_pkey PRIMARY KEY (id),
    CONSTRAINT todos_title_not_blank CHECK (title ~ '\S')
);

COMMENT ON TABLE "${flyway:defaultSchema}".todos IS 'What one person wants to get done.';

-- The API logs in as a role of its own, which may use this data and change nothing about its form.
GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON "${flyway:defaultSchema}".todos TO "${api_role}";
