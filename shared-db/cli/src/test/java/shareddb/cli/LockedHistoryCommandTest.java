package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.base.jdbc.Query;
import shareddb.cli.command.ExitCode;

/** Another session has locked one of several histories, and holds its transaction open. */
@Tag("long")
final class LockedHistoryCommandTest extends TenantsCase {

  private Connection other;

  /** The tool, with a shorter limit for each statement: it waits for every lock in these tests. */
  @BeforeEach
  void connect() throws SQLException {
    other = db.admin().connect();
    other.setAutoCommit(false);
    tool =
        tool.with(
            "POSTGRES_URL",
            "postgresql://%s/%s?options=-c%%20lock_timeout%%3D300"
                .formatted(db.admin().address(), db.admin().database()));
  }

  @AfterEach
  void letGo() throws SQLException {
    other.close();
    execute("DROP SCHEMA IF EXISTS \"00_personal_todo\" CASCADE");
  }

  @Test
  void statusShowsTheOthersAndNamesTheSession() throws SQLException {
    tool.run("upgrade", "00");
    tenants("acme", "beta");
    lock("00_personal_todo");
    Tool.Run one = soon("status");
    assertThat(one.exit()).as(one.all()).isEqualTo(ExitCode.DIFFERS);
    assertThat(one.out())
        .containsPattern("(?m)^00_personal_todo .* not read: workshop of user ")
        .contains(session())
        .contains("its query: LOCK TABLE \"00_personal_todo\"")
        .containsPattern("07_test_tenants/tenant +2 tenants +1 +1 +0 ");
    other.rollback();
    lock(schema("beta"));
    Tool.Run tenants = soon("status");
    assertThat(tenants.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(tenants.out())
        .containsPattern("00_personal_todo +\"00_personal_todo\" +4 +4 +0 ")
        .containsPattern("07_test_tenants/tenant +2 tenants +1 +1 +0, 1 not read ");
  }

  @Test
  void commandsOnOneTargetSayWhoLocksIt() throws SQLException {
    tool.run("upgrade", "00");
    lock("00_personal_todo");
    Tool.Run current = soon("current", "00");
    assertThat(current.exit()).as(current.all()).isEqualTo(ExitCode.DIFFERS);
    assertThat(current.err())
        .contains("the history of \"00_personal_todo\" cannot be read: workshop of user ")
        .contains(session(), "it is idle in transaction", "its query: LOCK TABLE")
        .contains("--admin \"SELECT pg_terminate_backend(");
    assertThat(soon("current", "00", "--json").out()).contains("\"not_read\":\"the history of ");
    assertThat(soon("drift", "00").exit()).isEqualTo(ExitCode.DIFFERS);
    Tool.Run verified = soon("verify", "00");
    assertThat(verified.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(verified.out()).contains("✗ ", session());
    for (List<String> command :
        List.of(
            List.of("history", "00"),
            List.of("snapshot", "00"),
            List.of("reset", "00", "--yes", "--wait", "1"),
            List.of("downgrade", "00", "--wait", "1"),
            List.of("upgrade", "00", "--wait", "1"),
            List.of("upgrade", "00", "--dry-run", "--wait", "1"))) {
      Tool.Run run = soon(command.toArray(String[]::new));
      assertThat(run.exit()).as(command + run.all()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err()).as(command.toString()).contains(session(), "next:");
    }
  }

  @Test
  void commandsOnAllTenantsGoOnWithTheOthers() throws SQLException, IOException {
    tenants("acme", "beta", "gamma");
    lock(schema("beta"));
    Tool.Run status = soon("tenants", "status");
    assertThat(status.exit()).as(status.all()).isEqualTo(ExitCode.DIFFERS);
    assertThat(status.out())
        .containsPattern("  at 1 +2\n  not read +1  beta\n  1 \\(beta\\): workshop of user ")
        .contains(session());
    Tool.Run drift = soon("tenants", "drift");
    assertThat(drift.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(drift.out()).contains("2 tenants compared, no drift", "(beta): ", session());
    migration("2__color", color(), dropColor());
    Tool.Run upgrade = soon("tenants", "upgrade", "--wait", "1");
    assertThat(upgrade.exit()).as(upgrade.all()).isEqualTo(ExitCode.DIFFERS);
    assertThat(upgrade.out()).contains("2 tenants → 2");
    assertThat(upgrade.err()).contains("(beta): workshop of user ", session());
    other.rollback();
    assertThat(tool.run("tenants", "upgrade").out()).contains("1 tenant → 2");
  }

  @Test
  void aLockedJournalKeepsNobodyFromLookingAndTheToolHasALimitOfItsOwn() throws SQLException {
    tool = tool.with("POSTGRES_URL", "");
    tenants("acme", "beta");
    Query.execute(other, "LOCK TABLE workshop.runs, workshop.operations");
    Tool.Run status = soon("tenants", "status");
    assertThat(status.exit()).as(status.all()).isEqualTo(ExitCode.DONE);
    assertThat(status.out()).contains("2 tenants", "last run: not known, the journal is locked");
    Tool.Run journal = soon("journal");
    assertThat(journal.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(journal.err()).contains(session());
  }

  @Test
  void aRunThatIsToldToStopEndsSoonThoughAStatementIsRunning() throws Exception {
    tenants("acme", "beta");
    migration("2__slow", "SELECT pg_sleep(60);\n" + color(), dropColor());
    Path output = root.resolve("output.txt");
    Process process =
        tool.start(
            List.of("tenants", "upgrade", "--connections", "1"),
            ProcessBuilder.Redirect.to(output.toFile()));
    try {
      String sleeping =
          "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
              + " AND datname = current_database()";
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (rows(sleeping).isEmpty()) {
        assertThat(System.nanoTime()).as(Files.readString(output)).isLessThan(deadline);
      }
      process.destroy();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(output)).contains("error: stopped, as it was interrupted;");
    assertThat(versions()).containsExactly("1", "1");
  }

  private void lock(String schema) throws SQLException {
    Query.execute(other, "LOCK TABLE \"" + schema + "\".flyway_schema_history");
  }

  private String session() throws SQLException {
    return "(session "
        + Query.of(other, "SELECT pg_backend_pid()").one(row -> row.getInt(1))
        + ") holds a lock";
  }

  private Tool.Run soon(String... arguments) {
    return assertTimeoutPreemptively(Duration.ofSeconds(25), () -> tool.run(arguments));
  }
}
