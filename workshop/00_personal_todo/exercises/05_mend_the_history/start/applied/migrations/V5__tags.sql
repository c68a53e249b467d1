-- A word that several todos may have in common.
CREATE TABLE "${flyway:defaultSchema}".tags (
    id   bigint      GENERATED ALWAYS AS IDENTITY,
    name varchar(50) NOT NULL,
    CONSTRAINT tags_pkey PRIMARY KEY (id),
    CONSTRAINT tags_name_key UNIQUE (name)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "${flyway:defaultSchema}".tags TO "${api_role}";
