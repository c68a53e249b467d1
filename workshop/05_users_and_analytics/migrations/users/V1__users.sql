-- The schema has the module's name in both databases; which database this is, no script says.
CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";

CREATE TABLE "${flyway:defaultSchema}".users (
    id         bigint       GENERATED ALWAYS AS IDENTITY,
    email      varchar(254) NOT NULL,
    created_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_email_in_lower_case CHECK (email = lower(email COLLATE "C")),
    CONSTRAINT users_email_has_an_at CHECK (email LIKE '_%@_%')
);

COMMENT ON TABLE "${flyway:defaultSchema}".users IS 'Who has signed up and not left.';

GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON "${flyway:defaultSchema}".users TO "${api_role}";
