-- A schema with an object of every kind that PostgreSQL has in a schema. The search_path is the schema.
CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TYPE pair AS (a int, b text);
CREATE TYPE half;
CREATE DOMAIN positive AS int CONSTRAINT is_positive CHECK (VALUE > 0);
CREATE DOMAIN word AS text DEFAULT 'x' NOT NULL;
CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TYPE number;
CREATE FUNCTION number_in(cstring) RETURNS number LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION number_out(number) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE number (INPUT = number_in, OUTPUT = number_out, LIKE = int4);
CREATE FUNCTION number_eq(number, number) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4eq';
CREATE FUNCTION number_ne(number, number) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4ne';
CREATE FUNCTION number_hash(number) RETURNS int LANGUAGE internal IMMUTABLE STRICT AS 'hashint4';
CREATE FUNCTION number_of(pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a';
CREATE OPERATOR === (LEFTARG = number, RIGHTARG = number, FUNCTION = number_eq, COMMUTATOR = ===);
CREATE OPERATOR !== (LEFTARG = number, RIGHTARG = number, FUNCTION = number_ne);
CREATE OPERATOR FAMILY number_family USING hash;
CREATE OPERATOR CLASS number_ops FOR TYPE number USING hash FAMILY number_family AS
    OPERATOR 1 ===, FUNCTION 1 number_hash(number);
CREATE CAST (pair AS int) WITH FUNCTION number_of(pair);
CREATE COLLATION german (provider = icu, locale = 'de');
CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = pg_catalog.simple);
CREATE TEXT SEARCH CONFIGURATION words (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR word WITH plain;
CREATE SEQUENCE counter;
CREATE SEQUENCE owned;
CREATE TABLE parents (
    id      bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT parents_pkey PRIMARY KEY,
    name    text,
    age     int DEFAULT 7,
    feels   mood,
    during  tstzrange,
    twice   int GENERATED ALWAYS AS (age * 2) STORED,
    CONSTRAINT parents_name_key UNIQUE (name)
);
CREATE TABLE children (
    id        bigint NOT NULL,
    parent_id bigint CONSTRAINT children_parent_fk REFERENCES parents,
    amount    positive CONSTRAINT children_amount_check CHECK (amount < 100),
    note      text,
    CONSTRAINT children_pkey PRIMARY KEY (id)
);
ALTER SEQUENCE owned OWNED BY children.id;
CREATE INDEX children_note_idx ON children (note);
CREATE INDEX children_lower_idx ON children (lower(note));
CREATE UNIQUE INDEX children_parent_idx ON children (parent_id, id);
CREATE STATISTICS children_stats (ndistinct) ON parent_id, amount FROM children;
CREATE TABLE heirs (extra int) INHERITS (parents);
CREATE TABLE notes OF pair;
CREATE TABLE days (day date NOT NULL, value int) PARTITION BY RANGE (day);
CREATE TABLE days_2026 PARTITION OF days FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE days_2027 (day date NOT NULL, value int);
CREATE INDEX days_value_idx ON ONLY days (value);
CREATE INDEX days_2026_value_idx ON days_2026 (value);
CREATE UNLOGGED TABLE buffers (id int);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION add_one(n int) RETURNS int LANGUAGE sql AS 'SELECT n + 1';
CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE PROCEDURE do_it() LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION add_state(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total(int) (SFUNC = add_state, STYPE = int, INITCOND = '0');
CREATE TRIGGER children_touch BEFORE UPDATE ON children FOR EACH ROW EXECUTE FUNCTION touch();
CREATE RULE children_rule AS ON DELETE TO children DO ALSO SELECT 1;
CREATE VIEW names AS SELECT id, name FROM parents;
CREATE MATERIALIZED VIEW ages AS SELECT age FROM parents;
ALTER TABLE children ENABLE ROW LEVEL SECURITY;
CREATE POLICY children_all ON children USING (id > 0);
CREATE EVENT TRIGGER catalog_watch ON ddl_command_start WHEN TAG IN ('CREATE ACCESS METHOD') EXECUTE FUNCTION watch();
CREATE FOREIGN DATA WRAPPER catalog_wrapper;
CREATE SERVER catalog_server FOREIGN DATA WRAPPER catalog_wrapper;
CREATE FOREIGN TABLE far (id int) SERVER catalog_server OPTIONS (name 'far');
CREATE PUBLICATION catalog_rows FOR TABLE parents;
CREATE ROLE catalog_reader;
GRANT SELECT ON parents TO catalog_reader;
COMMENT ON TABLE parents IS 'They have children.';
