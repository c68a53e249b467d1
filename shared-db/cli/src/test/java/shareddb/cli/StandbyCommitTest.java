package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.cli.command.ExitCode;
import shareddb.testing.Sql;

/**
 * The COMMIT of an operation waits for a standby that never answers, and its session is terminated.
 * The server has committed by then, but the operation gets an error.
 */
@Tag("long")
final class StandbyCommitTest {

  private static final String WAITS = "SET LOCAL synchronous_commit = on;\n";
  private static final String TODOS = "\"00_personal_todo\".todos";

  @TempDir static Path root;

  private static Login admin;
  private static Tool tool;

  /** Only transactions that ask for it wait for the standby. */
  @BeforeAll
  static void server() throws IOException, SQLException {
    admin =
        new Login(
            "127.0.0.1",
            freePort(),
            new DatabaseName("workshop"),
            "admin",
            new Secret("admin123"),
            Map.of());
    tool = Tool.in(root, admin).with("WORKSHOP_DB", "embedded");
    done("start");
    try (Connection connection = admin.connect()) {
      for (String sql :
          new String[] {
            "ALTER SYSTEM SET synchronous_commit = local",
            "ALTER SYSTEM SET synchronous_standby_names = 'nowhere'",
            "SELECT pg_reload_conf()"
          }) {
        Query.execute(connection, sql);
      }
    }
  }

  /** As root, the server has its data outside of the checkout. */
  @AfterAll
  static void stop() throws IOException, SQLException {
    Path folder = Objects.requireNonNull(Path.of(text("SHOW data_directory")).getParent());
    done("stop");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void operationsAreToldAsTheyCameOut() throws IOException, SQLException {
    done("upgrade", "00");
    script("migrations/V5__waits.sql", WAITS + "ALTER TABLE " + TODOS + " ADD waits text;");
    script("undo/U5__waits.sql", WAITS + "ALTER TABLE " + TODOS + " DROP waits;");
    assertThat(terminated("upgrade", "00").out()).contains("5  waits", "4 → 5");
    Sql.run(admin, "INSERT INTO " + TODOS + " (title, waits) VALUES ('kept', 'kept')");

    Tool.Run down = terminated("downgrade", "00", "--yes");
    assertThat(down.out()).contains("5 → 4", "kept what was there: 1 row of 1 table");
    terminated("restore", "00", "--at-its-version");
    assertThat(text("SELECT waits FROM " + TODOS)).isEqualTo("kept");

    done("snapshot", "00", "--name", "mine");
    Tool.Run reset = terminated("reset", "00", "--yes");
    assertThat(reset.out()).contains("was dropped", "kept what was there: 1 row of 1 table");
    assertThat(text("SELECT count(*) FROM " + TODOS)).isEqualTo("0");

    assertThat(terminated("restore", "00", "mine").out()).contains("1 row of 1 table");
    assertThat(text("SELECT title FROM " + TODOS)).isEqualTo("kept");
  }

  /** Runs the command and terminates its session while that waits for the standby. */
  private static Tool.Run terminated(String... command) throws SQLException {
    CompletableFuture<Tool.Run> run = CompletableFuture.supplyAsync(() -> tool.run(command));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    String terminate =
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event ="
            + " 'SyncRep'";
    while (text(terminate).equals("0") && !run.isDone()) {
      assertThat(System.nanoTime()).as("nothing waits for the standby").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    assertThat(run.isDone()).as("the session was terminated before the end").isFalse();
    Tool.Run told = run.join();
    assertThat(told.exit()).as(told.all()).isEqualTo(ExitCode.DONE);
    return told;
  }

  private static void done(String... command) {
    Tool.Run run = tool.run(command);
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.DONE);
  }

  private static String text(String sql) throws SQLException {
    return Sql.text(admin, sql);
  }

  private static void script(String file, String sql) throws IOException {
    Files.writeString(root.resolve("workshop").resolve(Tool.MODULE).resolve(file), sql);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
