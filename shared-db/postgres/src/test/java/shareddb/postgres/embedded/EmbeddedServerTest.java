package shareddb.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shareddb.postgres.server.Refusals.assertRefused;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.postgres.internal.LoopbackPorts;
import shareddb.postgres.internal.PostmasterPid;
import shareddb.postgres.server.Checkout;
import shareddb.postgres.server.ServerDatabases;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerProgress;
import shareddb.postgres.server.ServerStatus;
import shareddb.postgres.server.StartResult;
import shareddb.postgres.server.StopResult;

class EmbeddedServerTest {

  private static Checkout checkout;

  @BeforeAll
  static void make() throws IOException {
    checkout = new Checkout();
  }

  @AfterAll
  static void remove() throws IOException {
    checkout.close();
  }

  @BeforeEach
  void start() {
    assertThat(checkout.start()).isNotInstanceOf(StartResult.Refused.class);
  }

  @Test
  void keepsItsDataAndIsHarmlessToStartAndStopTwice() throws SQLException {
    execute("CREATE SCHEMA IF NOT EXISTS kept");
    execute("CREATE TABLE kept.numbers AS SELECT 42 AS number");

    assertThat(checkout.start()).isInstanceOf(StartResult.AlreadyRunning.class);
    assertThat(checkout.stop()).isEqualTo(new StopResult.Stopped(ServerKind.EMBEDDED));
    assertThat(checkout.server().status().running()).isFalse();
    assertThat(checkout.stop()).isEqualTo(new StopResult.NotRunning(ServerKind.EMBEDDED));
    assertThat(checkout.start()).isInstanceOf(StartResult.Started.class);

    assertThat(value("SELECT number FROM kept.numbers")).isEqualTo("42");
  }

  @Test
  void putsALargeLogAsideWhenItStarts() throws IOException {
    checkout.stop();
    Path log = checkout.data().resolveSibling("postgres.log");
    try (RandomAccessFile grown = new RandomAccessFile(log.toFile(), "rw")) {
      grown.setLength(11 * 1024 * 1024);
    }

    checkout.start();

    assertThat(log).isRegularFile();
    assertThat(Files.size(log)).isLessThan(100_000);
    assertThat(Files.size(log.resolveSibling("postgres.log.1"))).isEqualTo(11 * 1024 * 1024);
    checkout.stop();
    checkout.start();
    assertThat(Files.size(log)).isPositive();
    assertThat(Files.size(log.resolveSibling("postgres.log.1"))).isGreaterThan(1024 * 1024);
  }

  @Test
  void saysWhatItIsAndHowToConnect() {
    ServerStatus status = checkout.server().status();

    assertThat(status.kind()).isEqualTo(ServerKind.EMBEDDED);
    assertThat(status.version()).contains(EmbeddedBinaries.version().replaceFirst("\\.0$", ""));
    assertThat(status.data()).contains(checkout.folder());
    assertThat(status.howToConnect())
        .contains("psql postgresql://admin@127.0.0.1:" + checkout.port() + "/workshop_db");
    assertThat(status.toString()).doesNotContain("admin123");
  }

  /** Each round costs time at the first connection of each command. */
  @Test
  void storesThePasswordWithFewRoundsOfHashing() throws SQLException {
    assertThat(value("SELECT rolpassword FROM pg_authid WHERE rolname = 'admin'"))
        .startsWith("SCRAM-SHA-256$64:");
  }

  @Test
  void recoversWhenTheServerWasKilled() throws Exception {
    execute("CREATE TABLE survives_a_kill AS SELECT 7 AS number");
    long killed = kill();

    assertThat(checkout.start()).isInstanceOf(StartResult.Started.class);

    assertThat(checkout.pid()).isNotEqualTo(killed);
    assertThat(value("SELECT number FROM survives_a_kill")).isEqualTo("7");
  }

  @Test
  void recoversWhenAnotherProgramGotTheKilledServersNumber() throws Exception {
    kill();
    // Not this process: Postgres itself forgives a number that is one of its own parents.
    Process another = new ProcessBuilder("sleep", "60").start();
    try {
      Path file = PostmasterPid.file(checkout.data());
      List<String> lines = Files.readAllLines(file);
      lines.set(0, Long.toString(another.pid()));
      Files.write(file, lines);

      assertThat(checkout.server().status().running()).isFalse();
      assertThat(checkout.start()).isInstanceOf(StartResult.Started.class);
      assertThat(another.isAlive()).isTrue();
    } finally {
      another.destroyForcibly();
    }
  }

  @Test
  void isStartedOnceWhenTwoCommandsStartItAtOnce() throws Exception {
    checkout.stop();
    Callable<StartResult> start = () -> checkout.server().start(ServerProgress.SILENT);
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<StartResult>> results = both.invokeAll(List.of(start, start));

      assertThat(List.of(results.get(0).get(), results.get(1).get()))
          .hasAtLeastOneElementOfType(StartResult.Started.class)
          .hasAtLeastOneElementOfType(StartResult.AlreadyRunning.class);
    }
  }

  @Test
  void refusesTheWrongPasswordAndSaysWhereItCameFromButNotWhatItIs() {
    assertRefused(checkout.start("POSTGRES_PASSWORD", "not-that-one"))
        .contains("refuses the password of user admin")
        .contains("POSTGRES_PASSWORD in the environment")
        .doesNotContain("not-that-one");
    assertThat(checkout.server("POSTGRES_PASSWORD", "not-that-one").status().problem())
        .hasValueSatisfying(problem -> assertThat(problem.what()).contains("password"));
  }

  @Test
  void refusesToPretendThatItIsOnAnotherPort() {
    int other = LoopbackPorts.free();

    assertRefused(checkout.start("POSTGRES_PORT", Integer.toString(other)))
        .contains("127.0.0.1:" + checkout.port())
        .contains(Integer.toString(other))
        .contains("./db stop");
  }

  @Test
  void saysWhoHasThePort() throws Exception {
    long pid = checkout.pid();
    try (Checkout second = new Checkout()) {
      assertRefused(second.start("POSTGRES_PORT", Integer.toString(checkout.port())))
          .contains("port " + checkout.port() + " is taken")
          .contains("process " + pid + ":")
          .contains("POSTGRES_PORT=" + (checkout.port() + 1) + " ./db start");
      assertThat(second.data()).doesNotExist();
    }
  }

  @Test
  void isClosedToEveryoneWhoWasNotLetIn() throws SQLException {
    execute("DROP ROLE IF EXISTS stranger", "CREATE ROLE stranger LOGIN PASSWORD 'stranger'");
    Login admin = login();
    Login stranger = admin.as("stranger", new Secret("stranger"));

    for (String database : List.of("workshop_db", "postgres", "template1")) {
      assertThatThrownBy(() -> stranger.to(new DatabaseName(database)).connect().close())
          .hasMessageContaining("permission denied for database");
    }
    execute("GRANT CONNECT ON DATABASE workshop_db TO stranger");
    try (Connection connection = stranger.connect();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("CREATE TABLE public.mine (id int)"))
          .hasMessageContaining("permission denied for schema public");
      assertThatThrownBy(() -> statement.execute("CREATE TEMP TABLE mine (id int)"))
          .hasMessageContaining("permission denied to create temporary tables");
    }
    execute("REVOKE CONNECT ON DATABASE workshop_db FROM stranger", "DROP ROLE stranger");
  }

  @Test
  void makesADatabaseThatTheSettingsNameAnew() throws SQLException {
    assertThat(checkout.start("POSTGRES_DB", "another db"))
        .isInstanceOf(StartResult.AlreadyRunning.class);
    Login another = checkout.settings("POSTGRES_DB", "another db").admin();

    assertThat(ServerDatabases.openDoor(another)).isEmpty();
    assertThat(value(another, "SELECT current_database()")).isEqualTo("another db");
  }

  /** Returns when the process is gone, without a chance to tidy up. */
  private static long kill() throws Exception {
    ProcessHandle handle = ProcessHandle.of(checkout.pid()).orElseThrow();
    handle.destroyForcibly();
    handle.onExit().get();
    assertThat(PostmasterPid.file(checkout.data())).exists();
    return handle.pid();
  }

  private static Login login() {
    return checkout.settings().admin();
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = login().connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String value(String query) throws SQLException {
    return value(login(), query);
  }

  private static String value(Login login, String query) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      return Objects.requireNonNull(result.getString(1));
    }
  }
}
