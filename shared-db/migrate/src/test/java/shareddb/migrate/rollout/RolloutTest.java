package shareddb.migrate.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Version;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.record.OperationRecorder;
import shareddb.migrate.role.ApiRole;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

final class RolloutTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final RolloutListener SILENT = () -> OperationRecorder.UNRECORDED;

  @TempDir private Path temporary;

  @Test
  void allPhasesTakeTheRowsOver() throws SQLException {
    SummaryTrack todos = SummaryTrack.with(1000, temporary, db, "all");
    String before = todos.value("SELECT max(updated_at) FROM %s");

    assertThat(run(todos, RolloutPhase.CONTRACT)).isInstanceOf(RolloutResult.Completed.class);

    assertThat(CurrentState.of(todos.track(), todos.target()).current())
        .isEqualTo(Version.parse("3"));
    assertThat(todos.value("SELECT count(*) FROM %s WHERE summary = 'todo ' || id"))
        .isEqualTo("1000");
    assertThat(todos.value("SELECT max(updated_at) FROM %s")).isEqualTo(before);
    assertThat(versionSchemas(todos)).isEqualTo("0");
    assertThat(run(todos, RolloutPhase.CONTRACT)).isInstanceOf(RolloutResult.NothingToDo.class);
  }

  @Test
  void bothVersionsReadAndWriteInBetween() throws SQLException {
    SummaryTrack todos = SummaryTrack.with(3, temporary, db, "bo\"th");
    assertThat(run(todos, RolloutPhase.EXPAND)).isInstanceOf(RolloutResult.Reached.class);
    assertThat(versionSchemas(todos)).isEqualTo("1");
    assertThat(run(todos, RolloutPhase.BACKFILL)).isInstanceOf(RolloutResult.Reached.class);

    try (Connection old = api(todos, "@1");
        Connection young = api(todos, "@3")) {
      Query.execute(old, "INSERT INTO todos (title) VALUES ('from the old one')");
      Query.execute(young, "INSERT INTO todos (summary) VALUES ('from the new one')");
      Query.execute(old, "UPDATE todos SET title = 'one' WHERE id = 1");
      Query.execute(young, "UPDATE todos SET summary = 'two' WHERE id = 2");
      assertThat(titles(old, "title")).isEqualTo(titles(young, "summary"));
      assertThat(titles(old, "title"))
          .isEqualTo("from the new one, from the old one, one, todo 3, two");
      String columns = Query.of(young, "SELECT * FROM todos").one(r -> columns(r.getMetaData()));
      assertThat(columns).isEqualTo("id updated_at summary ");
    }
  }

  @Test
  void aSessionOfTheOldVersionIsNamed() throws SQLException {
    SummaryTrack todos = SummaryTrack.with(3, temporary, db, "used");
    try (Connection old = api(todos, "@1")) {
      Query.execute(old, "SELECT 1");
      assertThat(run(todos, RolloutPhase.CONTRACT))
          .isInstanceOfSatisfying(
              RolloutResult.StillUsed.class,
              used ->
                  assertThat(used.sessions())
                      .extracting(OldSession::application)
                      .containsExactly("used@1"));
    }
    try (Connection young = api(todos, "@3")) {
      Query.execute(young, "SELECT 1");
      Sql.run(db.admin(), "SELECT pg_stat_clear_snapshot()");
      assertThat(run(todos, RolloutPhase.CONTRACT)).isInstanceOf(RolloutResult.Completed.class);
      assertThat(titles(young, "summary")).isEqualTo("todo 1, todo 2, todo 3");
    }
  }

  @Test
  void rowsThatTheProofFindsStopIt() throws SQLException {
    SummaryTrack todos = SummaryTrack.with(3, temporary, db, "unproven");
    run(todos, RolloutPhase.BACKFILL);
    todos.sql("ALTER TABLE %s DISABLE TRIGGER todos_in_step");
    todos.sql("UPDATE %s SET summary = 'another' WHERE id = 2");

    assertThat(run(todos, RolloutPhase.CONTRACT))
        .isInstanceOfSatisfying(
            RolloutResult.Unproven.class,
            stopped ->
                assertThat(stopped.rows().examples())
                    .containsExactly(
                        "{\"id\": 2, \"title\": \"todo 2\", \"summary\": \"another\"}"));
    assertThat(CurrentState.of(todos.track(), todos.target()).current())
        .isEqualTo(SummaryTrack.TWO);

    todos.sql("UPDATE %s SET summary = NULL WHERE id = 2".replace("NULL", "title"));
    assertThat(run(todos, RolloutPhase.CONTRACT)).isInstanceOf(RolloutResult.Completed.class);
  }

  @Test
  void itIsTakenBackBeforeTheContract() throws SQLException {
    SummaryTrack todos = SummaryTrack.with(3, temporary, db, "back");
    String before = columnsOf(todos);
    run(todos, RolloutPhase.BACKFILL);

    assertThat(RolloutAbort.run(todos.track(), todos.target(), SILENT))
        .isInstanceOf(RolloutResult.TakenBack.class);

    assertThat(columnsOf(todos)).isEqualTo(before);
    assertThat(versionSchemas(todos)).isEqualTo("0");
    assertThat(CurrentState.of(todos.track(), todos.target()).current())
        .isEqualTo(SummaryTrack.ONE);
    assertThat(run(todos, RolloutPhase.CONTRACT)).isInstanceOf(RolloutResult.Completed.class);
  }

  @Test
  void aNameThatWouldBeTooLongIsShortenedAndKeepsItsEnd() {
    SchemaName longest = new SchemaName("ü".repeat(31));
    SchemaName name = VersionSchema.name(longest, Version.parse("6"));

    assertThat(name.value()).startsWith("üüü").endsWith("@6").contains("~");
    assertThat(VersionSchema.name(new SchemaName("short"), Version.parse("6")).value())
        .isEqualTo("short@6");
  }

  private static RolloutResult run(SummaryTrack todos, RolloutPhase until) throws SQLException {
    return Rollout.run(
        todos.track(), todos.target(), new RolloutGoal(until, Duration.ofMinutes(1)), SILENT);
  }

  /** A session of the API's role that speaks one version. */
  private static Connection api(SummaryTrack todos, String version) throws SQLException {
    SchemaName schema = todos.target().schema();
    String name = schema.value() + version;
    Connection connection = ApiRole.login(todos.target()).connect();
    Query.of(connection, "SELECT set_config('application_name', ?, false)", name)
        .one(row -> row.getString(1));
    String path = new SchemaName(name).quoted() + ", " + schema.quoted();
    Query.of(connection, "SELECT set_config('search_path', ?, false)", path)
        .one(row -> row.getString(1));
    return connection;
  }

  private static String titles(Connection connection, String column) throws SQLException {
    String sql = "SELECT string_agg(%1$s, ', ' ORDER BY %1$s) FROM todos".formatted(column);
    return Query.of(connection, sql).one(row -> row.getString(1));
  }

  private static String columns(ResultSetMetaData metadata) throws SQLException {
    StringBuilder names = new StringBuilder();
    for (int i = 1; i <= metadata.getColumnCount(); i++) {
      names.append(metadata.getColumnName(i)).append(' ');
    }
    return names.toString();
  }

  private static String columnsOf(SummaryTrack todos) throws SQLException {
    return todos.value(
        "SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute"
            + " WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped");
  }

  private static String versionSchemas(SummaryTrack todos) throws SQLException {
    return Sql.text(
        db.admin(),
        "SELECT count(*) FROM pg_namespace WHERE starts_with(nspname, '"
            + todos.target().schema().value()
            + "@')");
  }
}
