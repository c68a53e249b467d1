-- The module's schema comes first. Flyway has made it already, to keep its history in it;
-- the line stays, so that the file says by itself where everything lives.
CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";

CREATE TABLE "${flyway:defaultSchema}".users (
    id                  bigint       GENERATED ALWAYS AS IDENTITY,
    email               varchar(254) NOT NULL,
    password_hash       text         NOT NULL,
    password_changed_at timestamptz  NOT NULL DEFAULT now(),
    created_at          timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_email_has_an_at CHECK (email LIKE '_%@_%'),
    -- Whatever goes wrong in the API, a password as it was typed cannot end up here.
    CONSTRAINT users_password_is_hashed CHECK (password_hash LIKE '$argon2id$%')
);

COMMENT ON TABLE "${flyway:defaultSchema}".users IS 'Who may log in.';
COMMENT ON COLUMN "${flyway:defaultSchema}".users.password_hash IS
    'Argon2id in PHC format: its parameters and its salt are in it.';
COMMENT ON COLUMN "${flyway:defaultSchema}".users.password_changed_at IS
    'When the password itself changed; hashing it anew with other parameters does not count.';

GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON "${flyway:defaultSchema}".users TO "${api_role}";
