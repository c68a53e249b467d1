-- The registry is in another database, and no transaction is in both: whoever moves this tenant away
-- writes down here until when nobody writes, before the registry says who serves it. Whoever dies in
-- between keeps nobody out for longer than that. It is of the place, and moves with nobody.
CREATE TABLE "${flyway:defaultSchema}".gate (
    only_row     boolean     NOT NULL DEFAULT true,
    closed_until timestamptz,
    CONSTRAINT gate_pkey PRIMARY KEY (only_row),
    CONSTRAINT gate_one_row CHECK (only_row)
);

INSERT INTO "${flyway:defaultSchema}".gate DEFAULT VALUES;

GRANT SELECT ON "${flyway:defaultSchema}".gate TO "${api_role}";
