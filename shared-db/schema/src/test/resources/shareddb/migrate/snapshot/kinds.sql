SET LOCAL search_path = "${flyway:defaultSchema}";
CREATE TYPE mood AS ENUM ('so so');
ALTER TYPE mood ADD VALUE 'good';
CREATE DOMAIN short AS text CHECK (length(VALUE) < 10);
CREATE SEQUENCE "The ""count""" START 7 INCREMENT 1000;
CREATE TABLE "Odd ""one"", \ 'x'" (
    "Key;--" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    "a.b"    text,
    raw      bytea,
    doc      jsonb,
    list     text[],
    at       timestamptz,
    span     interval,
    exact    numeric,
    near     double precision,
    mood     mood,
    short    short,
    class    regclass,
    doubled  numeric GENERATED ALWAYS AS (exact * 2) STORED,
    counted  bigint DEFAULT nextval('"The ""count"""')
);
CREATE TABLE child (id int PRIMARY KEY, parent int REFERENCES child, touched text);
CREATE TABLE nothing ();
CREATE TABLE empty (id int);
CREATE TABLE parts (id int, day date) PARTITION BY RANGE (day);
CREATE TABLE parts_old PARTITION OF parts FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
CREATE TABLE parts_new PARTITION OF parts FOR VALUES FROM ('2020-01-01') TO (MAXVALUE);
CREATE TABLE hidden (id int);
ALTER TABLE hidden ENABLE ROW LEVEL SECURITY;
ALTER TABLE hidden FORCE ROW LEVEL SECURITY;
CREATE POLICY nobody ON hidden USING (false);
CREATE FUNCTION touched() RETURNS text LANGUAGE sql SET search_path = "${flyway:defaultSchema}"
    AS $$ SELECT current_schema()::text FROM "${flyway:defaultSchema}".child LIMIT 1 $$;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN NEW.touched := 'by a trigger'; RETURN NEW; END $$;
CREATE TRIGGER always BEFORE INSERT ON child FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE child ENABLE ALWAYS TRIGGER always;
CREATE MATERIALIZED VIEW summary AS SELECT count(*) AS children FROM child;
