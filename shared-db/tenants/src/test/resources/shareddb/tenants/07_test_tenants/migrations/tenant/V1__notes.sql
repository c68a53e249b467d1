CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";

CREATE TABLE "${flyway:defaultSchema}".notes (
    id   bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT notes_pkey PRIMARY KEY,
    body text NOT NULL CONSTRAINT notes_body_key UNIQUE
);

GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
GRANT SELECT, INSERT ON "${flyway:defaultSchema}".notes TO "${api_role}";
