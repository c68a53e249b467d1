package shareddb.migrate.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.migrate.record.OperationOutcome;
import shareddb.migrate.record.OperationRecord;
import shareddb.migrate.role.ApiRole;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

final class JournalTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final Version ONE = Version.parse("1");
  private static final Version TWO = Version.parse("2");

  @TempDir private Path temporary;

  private Journal journal;
  private Track track;
  private Target target;

  @BeforeEach
  void empty() throws SQLException {
    run("DROP SCHEMA IF EXISTS workshop CASCADE");
    journal = new Journal(db.admin());
    track = TrackFolder.withTwoVersions(temporary).track();
    target = new Target(db.admin(), new SchemaName("Ä \"ö\""));
  }

  @Test
  void nothingIsMadeByLooking() throws SQLException {
    assertThat(newest()).isEmpty();
    assertThat(text("SELECT to_regnamespace('workshop')")).isEqualTo("null");
  }

  @Test
  void theNewestComesFirstWithHowItEnded() throws SQLException {
    record("upgrade", OperationOutcome.done(TWO));
    record("downgrade", OperationOutcome.failed(ONE, "division by zero"));
    record("restore", new OperationOutcome.Unknown("the answer was lost"));
    record("reset", new OperationOutcome.Unchanged("locked"));

    assertThat(newest())
        .extracting(e -> e.operation() + " " + e.state() + " " + e.from() + " " + e.to())
        .containsExactly(
            "reset FAILED 0 0", "restore UNKNOWN 0 2", "downgrade FAILED 0 1", "upgrade DONE 0 2");
    JournalEntry oldest = newest().getLast();
    assertThat(oldest.schema()).isEqualTo(target.schema());
    assertThat(oldest.database()).isEqualTo(db.admin().database());
    assertThat(oldest.by()).isEqualTo(System.getProperty("user.name"));
    assertThat(oldest.role()).isEqualTo(db.admin().user());
    assertThat(oldest.took()).isPresent();
    assertThat(newest().getFirst().error()).contains("locked");
    assertThat(journal.newest(List.of(track), 2)).hasSize(2);
    assertThat(journal.newest(List.of(other()), 2)).isEmpty();
  }

  @Test
  void whoIsKilledLeavesItUnfinished() throws SQLException {
    OperationRecord record = journal.begin("reset", track, target, ONE, TWO);
    assertThat(newest()).extracting(JournalEntry::state).containsExactly(JournalState.RUNNING);
    run(
        "SELECT pg_terminate_backend(session_pid, 10000) FROM workshop.operations"
            + " WHERE ended_at IS NULL");
    assertThat(record.end(OperationOutcome.done(TWO))).isPresent();
    assertThat(newest())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.state()).isEqualTo(JournalState.UNFINISHED);
              assertThat(entry.from()).isEqualTo(ONE);
              assertThat(entry.to()).isEqualTo(TWO);
              assertThat(entry.took()).isEmpty();
            });
  }

  @Test
  void whatIsWrongWithItStopsNothing() throws SQLException {
    record("upgrade", OperationOutcome.done(TWO));
    try (Connection other = db.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE workshop.operations IN ACCESS EXCLUSIVE MODE");
      assertThat(problem()).contains("lock timeout");
    }
    run("DROP TABLE workshop.operations");
    assertThat(problem()).contains("does not exist");
  }

  private String problem() {
    return journal
        .begin("upgrade", track, target, ONE, TWO)
        .end(OperationOutcome.done(TWO))
        .orElseThrow();
  }

  @Test
  void aJournalOfAnOlderFormatIsReadAsItIsAndBroughtUpToDateByTheNextOperation()
      throws SQLException {
    record("upgrade", OperationOutcome.done(TWO));
    run(
        """
        ALTER TABLE workshop.operations DROP COLUMN outcome_is_unknown;
        DROP TABLE workshop.run_targets, workshop.runs, workshop.rollouts;
        DELETE FROM workshop.flyway_schema_history WHERE version IN ('2', '3', '4')
        """);

    assertThat(newest()).extracting(JournalEntry::state).containsExactly(JournalState.DONE);
    assertThat(new RunJournal(db.admin()).newest(5)).isEmpty();

    record("reset", new OperationOutcome.Unknown("the answer was lost"));
    assertThat(newest())
        .extracting(JournalEntry::state)
        .containsExactly(JournalState.UNKNOWN, JournalState.DONE);
  }

  @Test
  void theRolesOfApisMayNotReadItAndItHasNone() throws SQLException {
    Upgrade.run(track, target);
    record("upgrade", OperationOutcome.done(TWO));
    Login api = ApiRole.login(target);
    try (Connection connection = api.connect();
        Statement statement = connection.createStatement()) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowableOfType(
                      SQLException.class,
                      () -> statement.execute("SELECT FROM workshop.operations"))
                  .getSQLState())
          .isEqualTo("42501");
    }
    assertThat(text("SELECT count(*) FROM pg_roles WHERE rolname = 'workshop_api'")).isEqualTo("0");
  }

  private void record(String operation, OperationOutcome outcome) {
    assertThat(journal.begin(operation, track, target, Version.NONE, TWO).end(outcome)).isEmpty();
  }

  private List<JournalEntry> newest() throws SQLException {
    return journal.newest(List.of(), 10);
  }

  private Track other() {
    return new Track(track.module(), Optional.of("other"), track.migrations(), track.undo());
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }
}
