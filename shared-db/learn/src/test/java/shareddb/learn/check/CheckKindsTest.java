package shareddb.learn.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.testing.TestDatabase;

/** Each kind of check, with an answer that passes and one that fails. */
final class CheckKindsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final String ADD = "ALTER TABLE %s.notes ADD COLUMN mark smallint";
  private static final String DROP = "ALTER TABLE %s.notes DROP COLUMN mark;";

  @TempDir Path folder;

  private TestExercise exercise;

  @BeforeEach
  void begin() throws IOException {
    exercise = new TestExercise(folder);
  }

  @Test
  void files() throws IOException, SQLException {
    String checks = "[{files: ['migrations/V2__*.sql']}]";

    failed(checks, "no file migrations/V2__….sql");
    exercise.answer("undo/U2_two.sql", "SELECT 1;");
    failed(checks, "undo/U2_two.sql is misnamed");
    exercise.remove("undo/U2_two.sql");
    exercise.answer("migrations/V2__two.sql", "  ");
    failed(checks, "migrations/V2__two.sql is empty");
    exercise.answer("migrations/V2__two.sql", "SELECT 1;");
    passed(checks, "V2__two.sql");
    exercise.answer("migrations/V2__other.sql", "SELECT 1;");
    failed(checks, "2 files match");
  }

  @Test
  void applies() throws IOException, SQLException {
    String checks = "[{applies: {from: 1, to: 2}}]";

    failed(checks, "there is no version 2; the newest is 1");
    exercise.version2(ADD + " NOT NULL;", DROP);
    failed(checks, "V2__two.sql: column \"mark\" of relation \"notes\" contains null values");
    exercise.version2("ALTER TABLE ${flyway:defaultSchema}.notes ADD mark int;", DROP);
    assertThat(exercise.result(DATABASE.admin(), checks))
        .isInstanceOfSatisfying(
            CheckResult.Failed.class,
            failed -> assertThat(failed.help().orElse("")).contains("stands in quotes"));
    exercise.version2(ADD + ";", DROP);
    passed(checks, "1 → 2 in ");
  }

  @Test
  void anAppliedFileThatWasEditedDoesNotApply() throws IOException, SQLException {
    exercise.answer("migrations/V1__notes.sql", "SELECT 1;");

    failed("[{applies: {from: 1}}]", "V1__notes.sql was edited after it was applied");
    failed("[{history: honest}]", "V1__notes.sql was edited after it was applied");
  }

  @Test
  void catalogOfTheGoal() throws IOException, SQLException {
    exercise.goal("migrations/V2__two.sql", ADD + " CONSTRAINT small CHECK (mark < 9);");
    exercise.goal("undo/U2__two.sql", DROP);
    String strict = "[{catalog: {}}]";

    failed(strict, "column notes.mark is missing");
    exercise.version2("ALTER TABLE %s.notes ADD COLUMN mark integer;", DROP);
    failed(strict, "column notes.mark should be smallint, and is integer");
    exercise.version2(ADD + " CONSTRAINT little CHECK (mark < 9);", DROP);
    failed(strict, "constraint notes.small is missing");
    passed("[{catalog: {names: free}}]", "as wanted, on both seeds");
    exercise.version2(
        "ALTER TABLE %s.notes ADD COLUMN mark integer CONSTRAINT small CHECK (mark < 9);", DROP);
    passed("[{catalog: {types: compatible}}]", "as wanted, on both seeds");
    exercise.version2(
        ADD + " CONSTRAINT small CHECK (mark < 9); CREATE TABLE %1$s.more (id bigint);", DROP);
    failed(strict, "table more should not be there");
    passed("[{catalog: {only: [notes]}}]", "as wanted, on both seeds");
  }

  @Test
  void column() throws IOException, SQLException {
    String checks =
        "[{column: {table: notes, name: mark, type: smallint, null: false, default: '3'}}]";

    failed(checks, "there is no column mark in notes");
    exercise.version2(ADD + " DEFAULT 3;", DROP);
    failed(checks, "it may be null, wanted NOT NULL");
    exercise.version2(ADD + " NOT NULL DEFAULT 4;", DROP);
    failed(checks, "its default is 4, wanted 3");
    exercise.version2(ADD + " NOT NULL DEFAULT (1 + 2);", DROP);
    passed(checks, "smallint, not null, default");
  }

  @Test
  void rows() throws IOException, SQLException {
    failed("[{rows: {sql: 'SELECT count(*) FROM notes', is: 2}}]", "3, wanted 2, on seed 2");
    passed("[{rows: {sql: 'SELECT count(*) > 1 FROM notes', is: true}}]", "as wanted");
    failed(
        "[{rows: {sql: 'SELECT n.body, b.body FROM notes n JOIN @{before}.notes b USING (id)"
            + " WHERE id = 1 AND n.body = ''one''', is: ['one, one']}}]",
        "no rows, wanted one, one, on seed 2");
    failed("[{rows: {sql: 'SELECT nothing', is: 1}}]", "column \"nothing\" does not exist");
  }

  @Test
  void probe() throws IOException, SQLException {
    passed("[{probe: {accepts: \"INSERT INTO notes (body) VALUES ('x')\"}}]", "accepted");
    failed("[{probe: {accepts: 'INSERT INTO notes DEFAULT VALUES'}}]", "refused: null value");
    passed(
        "[{probe: {refuses: '23502', sql: 'INSERT INTO notes DEFAULT VALUES'}}]",
        "refused: not-null violation (23502)");
    failed(
        "[{probe: {refuses: '23514 or 23505', sql: 'INSERT INTO notes DEFAULT VALUES'}}]",
        "wanted check violation (23514) or unique violation (23505)");
    failed(
        "[{probe: {refuses: '23502', sql: 'UPDATE notes SET body = NULL WHERE false'}}]",
        "accepted, and it should be refused: not-null violation (23502) (it changed no row)");
    passed("[{probe: {as: api, refuses: '42501', sql: 'DELETE FROM notes'}}]", "refused");
    passed(
        "[{probe: {set: {app.user: 7}, before: ['DELETE FROM notes'],"
            + " sql: \"SELECT current_setting('app.user'), count(*) FROM notes\", sees: '7, 0'}}]",
        "sees 7, 0");
    // The transactions of the probes were rolled back.
    passed("[{rows: {sql: 'SELECT count(*) > 1 FROM notes', is: true}}]", "as wanted");
  }

  @Test
  void explain() throws IOException, SQLException {
    String query = "[{explain: {sql: \"SELECT * FROM notes WHERE body = 'x'\", uses: '%s'}}]";
    exercise.start(
        "seed-1.sql", "INSERT INTO notes (body) SELECT n::text FROM generate_series(1, 9999) n;");
    exercise.start(
        "seed-2.sql", "INSERT INTO notes (body) SELECT n::text FROM generate_series(1, 9999) n;");

    failed(query.formatted("any index"), "no index is used: Seq Scan on notes");
    exercise.version2("CREATE INDEX notes_body ON %s.notes (body);", "DROP INDEX %s.notes_body;");
    passed(query.formatted("index on notes(body)"), "uses notes_body");
    passed(query.formatted("notes_body"), "uses notes_body");
    failed(query.formatted("index on notes(id, body)"), "it uses notes_body");
  }

  @Test
  void reader() throws IOException, SQLException {
    String checks = "[{reader: {sql: 'SELECT count(*) FROM notes', waits_at_most_ms: 400}}]";
    exercise.version2(ADD + "; SELECT pg_sleep(1);", DROP);

    failed(checks, ", wanted 400");
    exercise.version2("SELECT pg_sleep(1); " + ADD + ";", DROP);
    passed(checks, "waited ");
  }

  @Test
  void locks() throws IOException, SQLException {
    String never = "[{locks: {table: notes, never: 'ACCESS EXCLUSIVE'}}]";
    String whileScanned = never.replace("'}}", "', while: scan}}");
    String backfill = "UPDATE %1$s.notes SET mark = 1;";

    exercise.version2(ADD + "; " + backfill, DROP);
    failed(never, "V2__two.sql locks notes (ACCESS EXCLUSIVE)");
    failed(whileScanned, "V2__two.sql locks notes (ACCESS EXCLUSIVE) and reads ");
    exercise.answer("migrations/V3__three.sql", backfill);
    exercise.version2(ADD + ";", DROP);
    failed(never, "V2__two.sql locks notes (ACCESS EXCLUSIVE)");
    passed(whileScanned, "notes is never read under ACCESS EXCLUSIVE");
    exercise.remove("migrations/V3__three.sql").version2("SELECT 1;", "SELECT 1;");
    passed(never, "ACCESS EXCLUSIVE on notes is never taken");
  }

  @Test
  void undo() throws IOException, SQLException {
    String checks = "[{undo: {to: 1, fingerprint: start, rows: kept}}]";

    failed(checks, "there was nothing to undo at version 1");
    exercise.version2(ADD + ";", "SELECT 1;");
    failed(checks, "after it, column notes.mark should not be there");
    exercise.version2(ADD + ";", DROP + " DELETE FROM %1$s.notes WHERE id = 3;");
    failed(checks, "after it, notes: 1 rows of before are not there any more, on seed 2");
    exercise.version2(ADD + ";", "DROP;");
    failed(checks, "U2__two.sql: syntax error");
    exercise.version2(ADD + ";", DROP);
    passed(checks, "back at 1 with all rows, on both seeds");
  }

  @Test
  void lint() throws IOException, SQLException {
    exercise.version2("CREATE INDEX notes_body ON %s.notes (body);", "DROP INDEX %s.notes_body;");

    failed("[{lint: clean}]", "V2__two.sql:1: create-index-locks");
    exercise.version2(ADD + ";", DROP);
    passed("[{lint: clean}]", "clean");
  }

  @Test
  void answer() throws IOException, SQLException {
    String checks = "[{answer: {file: answer.txt, matches: 'V[12]'}}]";

    failed(checks, "answer.txt has no answer yet");
    exercise.answer("answer.txt", "It was v3.");
    failed(checks, "answer.txt says \"It was v3.\", and that is not it");
    exercise.answer("answer.txt", "It was v2.");
    passed(checks, "answer.txt");
  }

  @Test
  void laterChecksWaitForTheFirstOneThatFails() throws IOException, SQLException {
    ExerciseReport report =
        exercise.report(
            DATABASE.admin(),
            "[{lint: clean}, {applies: {to: 2}}, {history: honest}, {lint: clean, id: again}]");

    assertThat(report.passed()).isFalse();
    assertThat(report.entries().stream().map(CheckedEntry::result).map(Object::getClass).toList())
        .isEqualTo(
            List.of(
                CheckResult.Passed.class,
                CheckResult.Failed.class,
                CheckResult.Waits.class,
                CheckResult.Waits.class));
    assertThat(report.entries().getLast().result()).isEqualTo(new CheckResult.Waits("applies"));
  }

  private void passed(String checks, String line) throws IOException, SQLException {
    exercise.passes(DATABASE.admin(), checks, line);
  }

  private void failed(String checks, String line) throws IOException, SQLException {
    exercise.fails(DATABASE.admin(), checks, line);
  }
}
