package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.cli.command.ExitCode;
import shareddb.migrate.lock.HistoryLock;
import shareddb.testing.TestDatabase;

/** The arguments of {@code ./db move}, and the messages about them. */
@Tag("long")
class MoveTypedTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final String FROM_02 = "project %d of 02_requirements_shared_schema";
  private static final SchemaName SHARED = new SchemaName("02_requirements_shared_schema");

  @TempDir private static Path modules;

  @TempDir private Path temporary;

  private Tool tool;

  @BeforeAll
  static void projects() throws IOException, SQLException {
    Tool tool = tool(modules);
    assertThat(tool.run("upgrade", "02").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("upgrade", "03").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("upgrade", "04").exit()).isEqualTo(ExitCode.DONE);
    try (Connection connection = db.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          SET search_path = "02_requirements_shared_schema";
          INSERT INTO projects (name)
          VALUES ('Größe & Maß'), ('Same'), ('Twin'), ('日本'), ('Held'), ('Late'), ('Twin!');
          UPDATE projects SET status = 'moved', moved_to = 'another place' WHERE name = '日本';
          INSERT INTO "03_requirements_schema_per_tenant".tenant_registry
              (tenant_name, domain, schema_name, api_key_hash, status, moved_to)
          VALUES ('late', 'late.example.org', '03_tenant_late', repeat('0', 64), 'arriving',
                  'from project 6 of 02_requirements_shared_schema')
          """);
    }
  }

  @BeforeEach
  void tool() throws IOException {
    tool = tool(temporary);
  }

  private static Tool tool(Path folder) throws IOException {
    Tool inFolder = Tool.in(folder, db.admin());
    return new Tool(TestDatabase.checkout(), inFolder.environment(), inFolder.streams());
  }

  @Test
  void whatWouldBePassedOverInSilenceIsRefused() {
    usage("--all names each tenant by its project", "02", "03", "--all", "--tenant=a");
    usage("--all names each domain by its project", "02", "03", "--all", "--domain=a.example.org");
    usage("--all is every project", "02", "03", "--all", "--project=1");
    usage("a tenant keeps its domain", "03", "04", "--tenant=a", "--domain=a.example.org");
    usage("a tenant keeps its key", "03", "04", "--tenant=a", "--keys=keys.csv");
    usage("there are projects in neither", "03", "04", "--tenant=a", "--project=1");
    usage("no server can be chosen", "02", "03", "--project=1", "--server=east");
    usage("do not go together", "02", "03", "--project=1", "--abort", "--finish");
    usage("do not go together", "02", "03", "--project=1", "--dry-run", "--finish");
  }

  @Test
  void aNameIsMadeOfTheLettersThatThereAre() {
    Path keys = temporary.resolve("keys.csv");
    assertThat(move("02", "03", "--project=1", "--dry-run", "--keys=" + keys).out())
        .startsWith(FROM_02.formatted(1) + " would be tenant grosse_mass of 03_");
    assertThat(keys).doesNotExist();
    usage("say what to call " + FROM_02.formatted(4), "02", "03", "--project=4");
    usage(FROM_02.formatted(7) + " would both be tenant twin of 03_", "02", "03", "--all");
  }

  @Test
  void keysGoIntoAFileOrNobodyMoves() {
    usage("is no file to write keys to", "02", "03", "--project=1", "--keys=" + temporary);
    usage(
        "there is no folder for the keys file",
        "02",
        "03",
        "--project=1",
        "--keys=" + temporary.resolve("none/keys.csv"));
  }

  @Test
  void whoComesAlreadyGoesOnComingThere() {
    Tool.Run elsewhere = move("02", "03", "--project=6", "--domain=other.example.org");
    assertThat(elsewhere.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(elsewhere.err()).contains("waits at late.example.org", "--abort");
  }

  @Test
  void whoIsUnknownIsLookedForInThatModule() {
    assertThat(move("03", "04", "--tenant=nobody_at_all").err())
        .contains("./db tenants list --module 03_requirements_schema_per_tenant");
  }

  @Test
  void theServerThatIsNotReachedIsNamedThoughTheDriverDoesNot() {
    tool = tool.with("POSTGRES_SERVER_EAST", "postgresql://nobody.invalid:5432");
    assertThat(move("02", "04", "--project=1", "--server=east", "--dry-run").err())
        .contains("\nerror: server east does not answer: ")
        .contains("next:  start it, or mend POSTGRES_SERVER_EAST");
  }

  @Test
  void whoStopsAMoveIsToldWhatThatMeans() throws Exception {
    Path output = temporary.resolve("output.txt");
    try (Connection holder = held()) {
      Process process =
          tool.start(
              List.of(
                  "move", "--from=02", "--to=03", "--project=5", "--domain=h.example", "--wait=60"),
              ProcessBuilder.Redirect.to(output.toFile()));
      try {
        untilItWaits(holder, process::isAlive);
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      } finally {
        process.destroyForcibly();
      }
    }
    assertThat(Files.readString(output))
        .contains(
            "error: stopped; unless tenant held of 03_", FROM_02.formatted(5) + " does as before")
        .contains("--project 5 --tenant held --domain h.example     goes on;")
        .contains("--project 5 --tenant held --abort     takes it away");
  }

  @Test
  void aKeyThatCannotBeWrittenIsNotTheEndOfTheMove() throws Exception {
    Path keys = temporary.resolve("keys.csv");
    FutureTask<Tool.Run> moving =
        new FutureTask<>(() -> move("02", "03", "--project=2", "--wait=60", "--keys=" + keys));
    try (Connection holder = held()) {
      Thread.ofPlatform().start(moving);
      untilItWaits(holder, () -> !moving.isDone());
      Files.delete(keys);
    }
    Tool.Run moved = moving.get(60, TimeUnit.SECONDS);
    assertThat(moved.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(moved.err())
        .contains(
            "is tenant same of 03_", " now, and its key was never shown: cannot write the keys to")
        .contains("./db tenants rotate-key same");
  }

  /** As who migrates module 02 has it. */
  private static Connection held() throws SQLException {
    Connection holder = db.admin().connect();
    HistoryLock.take(holder, new Target(db.admin(), SHARED));
    return holder;
  }

  private interface Running {
    boolean is();
  }

  private static void untilItWaits(Connection holder, Running running) throws SQLException {
    String sql =
        """
        SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
                       AND pid <> pg_backend_pid() AND query LIKE '%pg_try_advisory_lock%')
        """;
    try (Statement statement = holder.createStatement()) {
      boolean waits = false;
      while (!waits && running.is()) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        try (ResultSet row = statement.executeQuery(sql)) {
          row.next();
          waits = row.getBoolean(1);
        }
      }
    }
  }

  private void usage(String what, String from, String to, String... more) {
    Tool.Run run = move(from, to, more);
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(what);
  }

  private Tool.Run move(String from, String to, String... more) {
    String[] command = new String[more.length + 3];
    command[0] = "move";
    command[1] = "--from=" + from;
    command[2] = "--to=" + to;
    System.arraycopy(more, 0, command, 3, more.length);
    return tool.run(command);
  }
}
