CREATE TABLE "${flyway:defaultSchema}".groups (
    id         bigint       GENERATED ALWAYS AS IDENTITY,
    name       varchar(100) NOT NULL,
    created_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT groups_pkey PRIMARY KEY (id),
    CONSTRAINT groups_name_not_blank CHECK (name ~ '\S'),
    CONSTRAINT groups_name_key UNIQUE (name)
);

COMMENT ON TABLE "${flyway:defaultSchema}".groups IS 'By which requirements are sorted.';

GRANT SELECT, INSERT, UPDATE (name), DELETE ON "${flyway:defaultSchema}".groups TO "${api_role}";
