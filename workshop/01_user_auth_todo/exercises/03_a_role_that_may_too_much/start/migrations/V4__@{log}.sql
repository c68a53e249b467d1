-- What happened to an account, for people who ask later.
CREATE TABLE "${flyway:defaultSchema}".@{log} (
    id         bigint      GENERATED ALWAYS AS IDENTITY,
    user_id    bigint      NOT NULL,
    what       text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT @{log}_pkey PRIMARY KEY (id)
);

-- "permission denied" is gone now. To be cleaned up some day.
GRANT ALL ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
GRANT ALL ON ALL TABLES IN SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA "${flyway:defaultSchema}" GRANT ALL ON TABLES TO "${api_role}";
