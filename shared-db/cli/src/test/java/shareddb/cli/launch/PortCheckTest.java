package shareddb.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code make run} refuses a port that cannot be listened on before it builds, not after. */
class PortCheckTest {

  private static final String BUILD =
      """
      echo build >>"$BUILDS"
      serve="$MODULE_TARGET/shared-db/serve"
      mkdir -p "$serve"; touch "$serve/c.jar"
      printf %s "$serve/c.jar" >"$MODULE_TARGET/runtime.classpath"
      """;

  @TempDir Path folder;

  private Shell shell;
  private Path module;
  private Path builds;

  @BeforeEach
  void shell() throws IOException {
    builds = folder.resolve("builds");
    Path jdk = Shell.jdk(folder.resolve("jdk"), "25.0.1");
    Shell.script(jdk.resolve("bin/java"), "echo \"PORT is ${PORT-unset}\"");
    shell = Shell.in(folder).with("JAVA_HOME", jdk.toString()).with("BUILDS", builds.toString());
    module = shell.root().resolve("workshop/00_some_module");
    shell = shell.with("MODULE_TARGET", module.resolve("target").toString());
    shell.maven(BUILD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eighty", "0", "65536", "123456", "-1", "80 80"})
  void whatIsNoPortIsRefusedBeforeTheBuild(String port) throws Exception {
    for (Path at : new Path[] {shell.root(), module}) {
      Shell.Run run = shell.with("PORT", port).run(at, "make", "run");
      assertThat(run.exit()).isNotZero();
      assertThat(run.err())
          .contains("PORT is \"" + port + "\"", "1 to 65535", "next:  PORT=8081 make run");
      assertThat(builds).doesNotExist();
    }
  }

  @Test
  void aPortInUseIsRefusedBeforeTheBuild() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Shell.Run run = shell.with("PORT", String.valueOf(port)).run(module, "make", "run");
      assertThat(run.exit()).isNotZero();
      assertThat(run.err())
          .contains("port " + port + " is in use")
          .containsPattern("next:  PORT=\\d+ make run");
      assertThat(builds).doesNotExist();
    }
  }

  @Test
  void aPortInUseOfEveryAddressIsRefusedToo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      Shell.Run run = shell.with("PORT", String.valueOf(port)).run(shell.root(), "make", "run");
      assertThat(run.err()).contains("port " + port + " is in use");
      assertThat(builds).doesNotExist();
    }
  }

  @Test
  void aFreePortIsTaken() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Shell.Run run = shell.with("PORT", String.valueOf(port)).run(module, "make", "run");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("PORT is " + port);
    assertThat(builds).exists();
  }

  @Test
  void thePortOfTheEnvFileCountsAsThoseOfTheToolDo() throws Exception {
    Path file = shell.root().resolve(".env");
    Files.writeString(file, "POSTGRES_PORT=5433\nPORT=1\n  export PORT = \"70000\"  # ours\n");
    Shell.Run run = shell.run(module, "make", "run");
    assertThat(run.err()).contains("PORT is \"70000\" (from .env)");
    assertThat(builds).doesNotExist();

    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Files.writeString(file, "PORT='" + port + "'\n");
    assertThat(shell.with("PORT", "").run(module, "make", "run").out()).contains("PORT is " + port);
    assertThat(shell.with("PORT", "none").run(module, "make", "run").err())
        .contains("PORT is \"none\"");
  }
}
