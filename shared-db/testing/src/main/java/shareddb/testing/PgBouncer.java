package shareddb.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import shareddb.base.settings.Login;

/**
 * Debian's PgBouncer in transaction mode before a server: two sessions for all clients of a role.
 * Tests that need it are skipped where it is not installed.
 */
public final class PgBouncer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(20);

  private final Process process;
  private final int port;

  private PgBouncer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one. Skips the test, and says so, where the program is missing. */
  public static PgBouncer before(Login server, Path folder, String... ignoredParameters)
      throws IOException, InterruptedException {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      System.err.println("SKIPPED: no pgbouncer here; apt-get install pgbouncer runs these tests");
    }
    assumeTrue(program.isPresent(), "no pgbouncer here: apt-get install pgbouncer");
    int port = freePort();
    Path configuration = configuration(server, folder, port, List.of(ignoredParameters));
    List<String> command = new ArrayList<>(List.of(program.orElseThrow().toString()));
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("-u", "nobody"));
    }
    command.add(configuration.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("pgbouncer.log").toFile())
            .start();
    PgBouncer made = new PgBouncer(process, port);
    made.awaitAnswer(folder);
    return made;
  }

  public int port() {
    return port;
  }

  /** The administrator's login through it. */
  public Login login(Login server) {
    return new Login(
        "127.0.0.1",
        port,
        server.database(),
        server.user(),
        server.password(),
        server.parameters(),
        server.apis());
  }

  private static Optional<Path> program() {
    return Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** It asks the server for the passwords of all users but the administrator. */
  private static Path configuration(Login server, Path folder, int port, List<String> ignored)
      throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path users =
        Files.writeString(
            folder.resolve("users.txt"),
            "\"%s\" \"%s\"\n".formatted(server.user(), server.password().reveal()));
    return Files.writeString(
        folder.resolve("pgbouncer.ini"),
        """
        [databases]
        * = host=%s port=%d
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = scram-sha-256
        auth_file = %s
        auth_user = %s
        pool_mode = transaction
        default_pool_size = 2
        max_client_conn = 100
        ignore_startup_parameters = %s
        """
            .formatted(
                server.host(),
                server.port(),
                port,
                users,
                server.user(),
                String.join(", ", ignored)));
  }

  private void awaitAnswer(Path folder) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(START_LIMIT);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        close();
        throw new IOException(
            "pgbouncer did not start: " + Files.readString(folder.resolve("pgbouncer.log")));
      }
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
