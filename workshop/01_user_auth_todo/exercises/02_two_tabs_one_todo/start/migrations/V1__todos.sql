CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";

CREATE TABLE "${flyway:defaultSchema}".todos (
    id    bigint       GENERATED ALWAYS AS IDENTITY,
    title varchar(255) NOT NULL,
    CONSTRAINT todos_pkey PRIMARY KEY (id)
);

GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON "${flyway:defaultSchema}".todos TO "${api_role}";
