package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.migrate.role.ApiRole;
import shareddb.testing.TestDatabase;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.webtesting.ApiClient;

/** Copied out of the tree, with the plugins beside it, this module compiles and serves. */
@Tag("long")
class StandsAloneTest {

  private static final Path MODULE = TestDatabase.checkout().resolve("workshop/00_personal_todo");

  private static final Pattern SHARED_TYPE =
      Pattern.compile("import (?:static )?(shareddb[a-z.]*\\.[A-Z]\\w*)");

  @RegisterExtension
  static final MigratedDatabase database = MigratedDatabase.of("00_personal_todo");

  @TempDir Path folder;

  @Test
  void aLearnerReadsItInTwentyMinutes() throws IOException {
    List<Path> sources = javaFiles(MODULE.resolve("src/main/java"));
    long lines = 0;
    Set<String> shared = new TreeSet<>();
    for (Path source : sources) {
      String text = Files.readString(source);
      lines += text.lines().count();
      SHARED_TYPE.matcher(text).results().forEach(found -> shared.add(found.group(1)));
    }

    assertThat(lines).isLessThanOrEqualTo(350);
    assertThat(shared).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void itsMainCompilesAndServesWithoutTheRestOfTheTree() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(classes);
    int port = freePort();
    Process process = start(classes, port);
    try {
      ApiClient client = ApiClient.at(port);
      awaitHealth(client, process);
      client.post("/todos", "{\"title\": \"alone\"}").expect(201);
      assertThat(client.get("/todos").expect(200).items()).hasSize(1);
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void compile(Path classes) throws IOException {
    Path copy = folder.resolve("copy");
    List<Path> sources =
        Stream.concat(
                javaFiles(MODULE.resolve("src/main/java")).stream(),
                javaFiles(MODULE.resolve("target/generated-sources/jooq")).stream())
            .toList();
    Files.createDirectories(copy);
    int number = 0;
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", plugins()));
    for (Path source : sources) {
      Path to = copy.resolve(String.valueOf(number)).resolve(source.getFileName().toString());
      number++;
      Files.createDirectories(to.getParent());
      arguments.add(Files.copy(source, to).toString());
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).isZero();
  }

  /** All libraries, and of this tree the plugins only. */
  private static String plugins() {
    Path checkout = TestDatabase.checkout().toAbsolutePath();
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .map(Path::of)
        .filter(
            entry ->
                !entry.startsWith(checkout) || entry.startsWith(checkout.resolve("shared-db/web")))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Process start(Path classes, int port) throws IOException {
    Login api =
        ApiRole.login(new Target(database.admin(), new ModuleName("00_personal_todo").schema()));
    ProcessBuilder java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes + File.pathSeparator + plugins(),
                "workshop.personaltodo.Main")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile());
    java.environment().put("DB_URL", api.jdbcUrl());
    java.environment().put("DB_USER", api.user());
    java.environment().put("DB_PASSWORD", api.password().reveal());
    java.environment().put("PORT", String.valueOf(port));
    return java.start();
  }

  private void awaitHealth(ApiClient client, Process process) throws IOException {
    Instant deadline = Instant.now().plusSeconds(60);
    while (true) {
      try {
        client.get("/health").expect(200);
        return;
      } catch (UncheckedIOException e) {
        assertThat(process.isAlive()).as(Files.readString(folder.resolve("output.txt"))).isTrue();
        assertThat(Instant.now()).isBefore(deadline);
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
