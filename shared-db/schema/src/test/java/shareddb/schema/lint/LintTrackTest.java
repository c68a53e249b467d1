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
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.RuleName;
import shareddb.testing.TrackFolder;

/** Findings for which lint looks at several files of a track, or at the target's PostgreSQL. */
@Tag("no-server")
class LintTrackTest {

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          17 | ALTER TABLE S.notes ADD CONSTRAINT c NOT NULL price NOT VALID
          17 | ALTER TABLE S.notes ADD COLUMN low text GENERATED ALWAYS AS (lower(body)) VIRTUAL
          16 | SELECT * FROM JSON_TABLE('[]', '$[*]' COLUMNS (a int)) AS t
          15 | SELECT any_value(body) FROM S.notes
          """)
  void findsWhatAnOlderPostgresDoesNotKnow(int postgres, String sql) {
    version("2__two", sql);
    assertThat(Lint.of(track.track(), postgres).findings())
        .extracting(LintFinding::rule)
        .containsExactly(RuleName.NEEDS_NEWER_POSTGRES);
    assertThat(Lint.of(track.track(), postgres + 1).findings()).isEmpty();
  }

  @Test
  void theSafeWayIsOneThatThePostgresKnows() {
    version("2__two", "ALTER TABLE S.notes ALTER price SET NOT NULL");
    assertThat(Lint.of(track.track(), 17).findings().getFirst().instead())
        .contains("CHECK (price IS NOT NULL) NOT VALID");
    assertThat(Lint.of(track.track(), 18).findings().getFirst().instead())
        .contains("NOT NULL price NOT VALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"price IS NOT NULL", "(price IS NOT NULL) AND price > 0"})
  void aValidCheckOfAnEarlierFileProvesThatThereIsNoNull(String check) {
    version("2__two", "ALTER TABLE S.notes ADD CONSTRAINT c CHECK (" + check + ") NOT VALID");
    version("4__four", "ALTER TABLE S.notes ALTER price SET NOT NULL");
    version("3__three", "SELECT 1");
    assertThat(found()).containsExactly("set-not-null V4__four.sql");

    version("3__three", "ALTER TABLE S.notes VALIDATE CONSTRAINT c");
    assertThat(found()).isEmpty();

    version("4__four", "ALTER TABLE S.notes ALTER price SET NOT NULL, DROP CONSTRAINT c");
    assertThat(found()).containsExactly("set-not-null V4__four.sql");
  }

  @ParameterizedTest
  @ValueSource(strings = {"price IS NOT NULL OR author > 0", "author IS NOT NULL", "price > 0"})
  void anotherValidCheckProvesNothing(String check) {
    version("2__two", "ALTER TABLE S.notes ADD CONSTRAINT c CHECK (" + check + ") NOT VALID");
    version("3__three", "ALTER TABLE S.notes VALIDATE CONSTRAINT c");
    version("4__four", "ALTER TABLE S.notes ALTER price SET NOT NULL");
    assertThat(found()).containsExactly("set-not-null V4__four.sql");
  }

  @Test
  void aForeignKeyMayGetItsIndexLater() {
    version(
        "2__two",
        "ALTER TABLE S.notes ADD CONSTRAINT f FOREIGN KEY (author, id)"
            + " REFERENCES S.notes (id, author) NOT VALID");
    version("3__three", "CREATE INDEX CONCURRENTLY i ON S.notes (id, author, body)");
    assertThat(found()).isEmpty();

    version("4__four", "DROP INDEX CONCURRENTLY S.i");
    assertThat(found()).containsExactly("foreign-key-without-index V2__two.sql");
  }

  @Test
  void namesInUndoScriptsCountAndWhatTheyTakeAwayDoesNot() {
    track.up("2__two", "SELECT 1;");
    track.undo("2__two", "ALTER TABLE public.notes ALTER body SET NOT NULL;");

    assertThat(found()).containsExactly("public-schema U2__two.sql");
  }

  @Test
  void aGapAVersionThereTwiceANameThatIsNoneAndAMissingUndo() {
    track.up("2__two", "SELECT 1;").undo("2__two", "");
    track.up("2__zwei", "SELECT 1;");
    track.up("4__four", "SELECT 1;").undo("9__nine", "");
    track.write("migrations/v5_five.sql", "");

    assertThat(found())
        .containsExactlyInAnyOrder(
            "file-name V2__zwei.sql",
            "file-name v5_five.sql",
            "file-name U9__nine.sql",
            "missing-undo V4__four.sql",
            "version-gap V4__four.sql");
  }

  @Test
  void versionsThatAreMomentsHaveNoGaps() {
    track.up("20260101120000__two", "SELECT 1;").undo("20260101120000__two", "");
    track.up("20260102120000__three", "SELECT 1;").undo("20260102120000__three", "");

    assertThat(found()).isEmpty();
  }

  @Test
  void whatIsRepeatableIsReadTooAndWantsNoUndo() {
    track.write(
        "migrations/R__rights.sql",
        "ALTER TABLE \"${flyway:defaultSchema}\".notes RENAME body TO text;\n");
    List<LintFinding> findings = Lint.of(track.track()).findings();
    assertThat(findings).isNotEmpty().noneMatch(f -> f.rule() == RuleName.MISSING_UNDO);
    assertThat(findings).allMatch(f -> f.file().endsWith("R__rights.sql"));
  }

  private void version(String name, String sql) {
    track.up(name, sql.replace("S.", "\"${flyway:defaultSchema}\"."));
    track.undo(name, "");
  }

  private List<String> found() {
    return Lint.of(track.track()).findings().stream()
        .map(finding -> finding.rule() + " " + finding.file().getFileName())
        .toList();
  }
}
