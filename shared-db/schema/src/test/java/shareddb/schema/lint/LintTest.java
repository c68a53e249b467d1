package shareddb.schema.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.TrackTables;
import shareddb.testing.TrackFolder;

/** Each rule finds what it is about, and leaves alone what looks like it and is safe. */
@Tag("no-server")
class LintTest {

  @TempDir Path temporary;

  private TrackFolder track;

  @BeforeEach
  void oneVersion() {
    track =
        TrackFolder.in(temporary)
            .up(
                "1__initial",
                """
                CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";
                CREATE TABLE "${flyway:defaultSchema}".notes (
                    id     bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT notes_pkey PRIMARY KEY,
                    body   varchar(100) NOT NULL,
                    price  numeric(8, 2),
                    author bigint
                );
                """)
            .undo("1__initial", "DROP TABLE \"${flyway:defaultSchema}\".notes;\n");
  }

  /** S. stands for the schema's placeholder. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ALTER TABLE S.notes ALTER price SET NOT NULL | set-not-null
          ALTER TABLE ONLY S.notes ALTER author SET DEFAULT 0, ALTER COLUMN author SET NOT NULL | set-not-null
          ALTER TABLE S.notes ADD COLUMN rank int NOT NULL | add-required-column
          alter table if exists S.notes add rank int not null check (rank > 0) | add-required-column
          ALTER TABLE S.notes ADD COLUMN key uuid DEFAULT gen_random_uuid() | add-column-rewrites
          ALTER TABLE S.notes ADD COLUMN key bigint DEFAULT nextval('S.x') | add-column-rewrites
          ALTER TABLE S.notes ADD COLUMN key text DEFAULT S.code() | add-column-rewrites
          ALTER TABLE S.notes ADD COLUMN key text DEFAULT code() | add-column-rewrites
          ALTER TABLE S.notes ADD COLUMN no bigserial | add-column-rewrites
          ALTER TABLE S.notes ADD COLUMN no bigint GENERATED ALWAYS AS IDENTITY | add-column-rewrites
          ALTER TABLE S.notes ADD COLUMN low text GENERATED ALWAYS AS (lower(body)) STORED | add-column-rewrites
          ALTER TABLE S.notes ALTER author TYPE text | type-change-rewrites
          ALTER TABLE S.notes ALTER COLUMN body SET DATA TYPE varchar(50) | type-change-rewrites
          ALTER TABLE S.notes ALTER body TYPE text USING upper(body) | type-change-rewrites
          ALTER TABLE S.notes ALTER price TYPE numeric(10, 3) | type-change-rewrites
          CREATE INDEX notes_body_idx ON S.notes (body) | create-index-locks
          CREATE UNIQUE INDEX IF NOT EXISTS i ON ONLY S.notes (body) | create-index-locks
          ALTER TABLE S.notes ADD CONSTRAINT c CHECK (price > 0) | constraint-scans
          ALTER TABLE S.notes ADD FOREIGN KEY (author) REFERENCES S.notes (id) | constraint-scans
          ALTER TABLE S.notes ADD CONSTRAINT c NOT NULL price | constraint-scans
          ALTER TABLE S.notes ADD CONSTRAINT c UNIQUE (body) | constraint-index-locks
          ALTER TABLE S.notes ADD CONSTRAINT c CHECK (price > 0) NOT VALID; ALTER TABLE S.notes VALIDATE CONSTRAINT c | validate-at-once
          ALTER TABLE S.notes ADD COLUMN rank int CHECK (rank > 0) | constraint-scans
          ALTER TABLE S.notes ADD COLUMN parent bigint DEFAULT 1 REFERENCES S.notes (id) | constraint-scans
          ALTER TABLE S.notes ADD COLUMN code text UNIQUE | constraint-index-locks
          ALTER TABLE S.notes ADD COLUMN code text DEFAULT '' PRIMARY KEY | constraint-index-locks
          ALTER TABLE S.notes ADD EXCLUDE USING gist (body WITH =) | constraint-index-locks
          DROP INDEX IF EXISTS S.a, S.b | drop-index-locks
          VACUUM (FULL, ANALYZE) S.notes | maintenance-locks
          CLUSTER S.notes USING i | maintenance-locks
          REINDEX TABLE S.notes | maintenance-locks
          REFRESH MATERIALIZED VIEW S.m | maintenance-locks
          ALTER TABLE S.notes DETACH PARTITION S.part | detach-partition-locks
          ALTER TABLE S.notes SET LOGGED; CREATE INDEX ON S.other (id) | lock-held-during-work
          ALTER TABLE S.notes ADD COLUMN more int; ALTER TABLE S.notes VALIDATE CONSTRAINT early | lock-held-during-work
          ALTER TABLE S.notes ADD COLUMN more int; WITH x AS (SELECT 1) UPDATE S.notes SET more = 1 | backfill-beside-ddl
          ALTER TABLE S.notes ADD COLUMN more int; INSERT INTO S.other SELECT id FROM S.notes | backfill-beside-ddl
          DROP TABLE IF EXISTS S.notes CASCADE | drops-rows
          DROP SCHEMA S.x CASCADE | drops-rows
          TRUNCATE TABLE ONLY S.notes CASCADE | drops-rows
          ALTER TABLE S.notes DROP COLUMN IF EXISTS body | drops-rows
          ALTER TABLE S.notes DROP CONSTRAINT notes_pkey | drops-constraint
          ALTER TABLE S.notes ADD CONSTRAINT f FOREIGN KEY (author) REFERENCES S.notes (id) NOT VALID | foreign-key-without-index
          DO $$ BEGIN UPDATE S.notes SET body = ''; COMMIT; END $$ | script-cannot-run
          SAVEPOINT a; COMMIT | script-cannot-run
          ALTER TABLE S.notes RENAME body TO text | rename-breaks-code
          ALTER TABLE S.notes RENAME COLUMN body TO text | rename-breaks-code
          ALTER TABLE S.notes RENAME TO papers | rename-breaks-code
          CREATE INDEX CONCURRENTLY i ON S.notes (body); SELECT 1 | concurrently-not-alone
          CREATE TABLE "07_test_track".t () | hard-coded-schema
          CREATE SCHEMA mine | hard-coded-schema
          GRANT USAGE ON SCHEMA mine TO "${api_role}" | hard-coded-schema
          GRANT SELECT ON mine.t TO "${api_role}" | hard-coded-schema
          COMMENT ON COLUMN mine.notes.body IS 'x' | hard-coded-schema
          INSERT INTO S.notes (body) SELECT x.body FROM mine.notes AS x | hard-coded-schema
          UPDATE S.notes SET body = mine.f(body) | hard-coded-schema
          CREATE TABLE S.t (a mine.mood, b int DEFAULT 1::mine.small) | hard-coded-schema
          CREATE VIEW S.v AS WITH a AS (SELECT 1) SELECT * FROM a JOIN mine.b ON true | hard-coded-schema
          CREATE FUNCTION S.f() RETURNS void LANGUAGE sql AS $$ DELETE FROM mine.notes $$ | hard-coded-schema
          SELECT nextval('mine.numbers') | hard-coded-schema
          SELECT to_regclass('mine.notes') | hard-coded-schema
          SELECT pg_get_serial_sequence('mine.notes', 'id') | hard-coded-schema
          SELECT 'mine.f'::regproc | hard-coded-schema
          DO $$ BEGIN EXECUTE 'DELETE FROM mine.notes'; END $$ | hard-coded-schema
          SELECT 'public.notes'::regclass | public-schema
          CREATE TABLE public.t () | public-schema
          CREATE FUNCTION S.f() RETURNS int LANGUAGE sql SET search_path = public RETURN 1 | public-schema
          DO $$ BEGIN UPDATE public.notes SET body = ''; END $$ | public-schema
          CREATE TABLE t () | unqualified-name
          DROP INDEX notes_body_idx | unqualified-name
          CREATE TRIGGER x BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION S.f() | unqualified-name
          COMMENT ON COLUMN notes.body IS 'x' | unqualified-name
          GRANT SELECT, UPDATE ON notes TO "${api_role}" | unqualified-name
          UPDATE S.notes SET body = n.body FROM others AS n | unqualified-name
          CREATE FUNCTION S.f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DELETE FROM notes; END $$ | unqualified-name
          CREATE TABLE ${flyway:defaultSchema}.t () | unquoted-placeholder
          """)
  void finds(String sql, String rule) {
    assertThat(rules(sql)).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- ALTER TABLE public.notes ALTER price SET NOT NULL",
        "SELECT 'ALTER TABLE public.notes RENAME TO x', $$CREATE TABLE public.t ()$$",
        "ALTER TABLE S.notes ADD COLUMN rank int, ADD COLUMN at timestamptz NOT NULL DEFAULT now()",
        "ALTER TABLE S.notes ADD COLUMN tags text[] NOT NULL DEFAULT ARRAY['a', 'b']",
        "ALTER TABLE S.notes ADD COLUMN low text GENERATED ALWAYS AS (lower(body)) VIRTUAL",
        "ALTER TABLE S.notes ALTER body TYPE varchar(200), ALTER price TYPE numeric(10, 2)",
        "ALTER TABLE S.notes ALTER body TYPE text, ALTER author DROP NOT NULL",
        "CREATE INDEX CONCURRENTLY i ON S.notes (body) WHERE price IS NOT NULL",
        "ALTER TABLE S.notes ADD CONSTRAINT c CHECK (price > 0 AND body <> ',') NOT VALID",
        "ALTER TABLE S.notes ADD CONSTRAINT c UNIQUE USING INDEX i",
        "ALTER TABLE S.notes VALIDATE CONSTRAINT earlier",
        "ALTER TABLE S.notes RENAME CONSTRAINT a TO b",
        """
        CREATE TABLE S.t (a int REFERENCES S.notes (id), b int);
        CREATE INDEX ON S.t (a);
        ALTER TABLE S.t ALTER a SET NOT NULL, ADD CHECK (b > 0), ADD UNIQUE (a)\
        """,
        "UPDATE S.notes AS n SET body = n.body WHERE n.price IS DISTINCT FROM n.author",
        "SELECT extract(year FROM now()), x.id FROM S.notes x, generate_series(1, 2) AS g",
        "WITH old AS (DELETE FROM S.notes RETURNING *) INSERT INTO S.notes SELECT * FROM old",
        "REVOKE USAGE ON SCHEMA \"${flyway:defaultSchema}\" FROM \"${api_role}\"",
        "GRANT SELECT ON ALL TABLES IN SCHEMA \"${flyway:defaultSchema}\" TO PUBLIC",
        "SELECT nextval($$\"${flyway:defaultSchema}\".n$$::regclass), f(1, 'a.b'), 'c.d'::text",
        "SELECT pg_catalog.now() FROM information_schema.tables",
        "SELECT 'integer'::regtype, 'lower(text)'::regprocedure",
        "ALTER TABLE S.notes ADD COLUMN low text GENERATED ALWAYS AS (lower(body))",
        "CREATE TEMPORARY TABLE t (a int); CREATE INDEX ON t (a); DROP TABLE t",
        "CREATE TABLE S.t (a int); TRUNCATE S.t; DROP TABLE S.t",
        "CREATE INDEX CONCURRENTLY i ON S.notes (body)",
        "UPDATE S.notes SET body = 'x'; ALTER TABLE S.notes ADD COLUMN more int",
        "ALTER TABLE S.notes ADD COLUMN more int; INSERT INTO S.notes (body) VALUES ('x')",
        """
        CREATE FUNCTION S.f() RETURNS trigger LANGUAGE plpgsql
        SET search_path = "${flyway:defaultSchema}", pg_temp AS $$
        DECLARE found bigint;
        BEGIN
          SELECT id INTO found FROM notes n WHERE n.id = NEW.id FOR UPDATE;
          IF NEW.body IS NOT DISTINCT FROM OLD.body THEN UPDATE notes SET body = ''; END IF;
          RETURN NEW;
        END $$\
        """,
        """
        CREATE FUNCTION S.g() RETURNS bigint BEGIN ATOMIC
          SELECT CASE WHEN true THEN 1 END; SELECT id FROM S.notes; END\
        """,
        "CREATE TRIGGER x AFTER INSERT OR UPDATE OF body ON S.notes EXECUTE FUNCTION S.f()",
        "CREATE POLICY mine ON S.notes USING (author = 1)",
        "DO $$ BEGIN PERFORM 1; END $$",
      })
  void leavesAlone(String sql) {
    assertThat(rules(sql)).isEmpty();
  }

  @Test
  void aFindingSaysWhereAndHow() {
    track.up(
        "2__two",
        "-- one\n\nALTER TABLE\n  \"${flyway:defaultSchema}\".notes\n  RENAME body\n TO b;");
    track.undo("2__two", "");

    assertThat(Lint.of(track.track()).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.file().getFileName()).hasToString("V2__two.sql");
              assertThat(finding.line()).isEqualTo(5);
              assertThat(finding.what()).contains("notes.body");
              assertThat(finding.instead())
                  .contains("ALTER TABLE \"${flyway:defaultSchema}\".notes ADD COLUMN b");
            });
  }

  /** What is not whole is Postgres's to refuse. */
  @Test
  void everyBeginningOfAScriptIsRead() {
    String script =
        """
        ALTER TABLE IF EXISTS ONLY "${flyway:defaultSchema}".notes
          ADD COLUMN IF NOT EXISTS a int NOT NULL DEFAULT f(1, ARRAY[1, 2]), ALTER COLUMN a TYPE text
          USING a::x.y, ADD CONSTRAINT c CHECK (a > 0) NOT VALID, VALIDATE CONSTRAINT c, DROP IF EXISTS b;
        ALTER TABLE t RENAME COLUMN a TO b; ALTER TABLE t RENAME TO u; DROP TABLE IF EXISTS a, b;
        CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY t (a); CREATE TABLE t (a int, b text);
        GRANT SELECT, UPDATE ON TABLE a.t TO r; COMMENT ON COLUMN a.t.c IS 'x';
        CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = a, "b" AS $$ SELECT * FROM t x, u $$;
        WITH n AS (SELECT extract(year FROM now())) INSERT INTO t (a) SELECT a FROM n JOIN LATERAL u ON true;
        -- lint: allow rename-breaks-code (x)
        """;
    for (int end = 0; end <= script.length(); end++) {
      LintedFile file = LintedFile.of(temporary, script.substring(0, end), TrackTables.NONE, 18);
      assertThat(file.changes()).allSatisfy(change -> assertThat(change.line()).isPositive());
      assertThat(file.mentions()).isNotNull();
    }
  }

  private void version(String name, String sql) {
    track.up(name, sql.replace("S.", "\"${flyway:defaultSchema}\"."));
    track.undo(name, "");
  }

  private List<String> rules(String sql) {
    version("2__two", sql);
    return Lint.of(track.track()).findings().stream().map(f -> f.rule().toString()).toList();
  }
}
