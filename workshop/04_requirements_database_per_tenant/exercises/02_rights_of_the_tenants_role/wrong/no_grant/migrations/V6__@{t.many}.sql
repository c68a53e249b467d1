CREATE TABLE "${flyway:defaultSchema}".@{t.many} (
    id    bigint       GENERATED ALWAYS AS IDENTITY,
    email varchar(254) NOT NULL,
    @{t.field} text NOT NULL,
    at    timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT @{t.many}_pkey PRIMARY KEY (id)
);

COMMENT ON TABLE "${flyway:defaultSchema}".@{t.many} IS 'Written once, by the API; the database says when.';

-- By column: the API fills neither the id nor the moment. What is written stays as it is.
