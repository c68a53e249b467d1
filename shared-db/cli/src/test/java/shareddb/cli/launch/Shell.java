package shareddb.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import shareddb.testing.TestDatabase;

/**
 * A checkout with the real launchers and nothing else real: Maven and the JDK are scripts that tell
 * how they were called, and PATH holds but a few of the system's tools.
 */
record Shell(Path root, Path bin, Map<String, String> environment) {

  private static final List<String> TOOLS =
      List.of(
          "sh",
          "awk",
          "cat",
          "chmod",
          "cut",
          "date",
          "dirname",
          "du",
          "echo",
          "find",
          "grep",
          "head",
          "ln",
          "make",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail",
          "touch",
          "tr",
          "uname",
          "wc");

  /** What a command printed, and how it ended. */
  record Run(int exit, String out, String err) {}

  /** A command that runs, and the folder that its output goes to. */
  record Started(Process process, Path log) {

    String err() throws IOException {
      return Files.readString(log.resolve("err"));
    }

    Run end() throws IOException, InterruptedException {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running after 60 s: " + process.info());
      }
      return new Run(process.exitValue(), Files.readString(log.resolve("out")), err());
    }
  }

  static Shell in(Path folder) throws IOException {
    Path root = Files.createDirectories(folder.resolve("a checkout"));
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path checkout = TestDatabase.checkout();
    for (String file :
        List.of(".ci/run", "db", "Makefile", "workshop/module.mk", "shared-db/launch")) {
      copy(checkout.resolve(file), root.resolve(file));
    }
    copy(
        checkout.resolve("workshop/00_personal_todo/Makefile"),
        root.resolve("workshop/00_some_module/Makefile"));
    Files.createDirectories(root.resolve("shared-db/cli/src/main"));
    Files.createDirectories(root.resolve("shared-db/base/src/main"));
    for (String tool : TOOLS) {
      script(bin.resolve(tool), "exec " + onPath(tool) + " \"$@\"");
    }
    return new Shell(
        root, bin, Map.of("PATH", bin.toString(), "HOME", folder.resolve("home").toString()));
  }

  Shell with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(variable, value);
    return new Shell(root, bin, Map.copyOf(changed));
  }

  Started start(Path folder, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Path log = Files.createTempDirectory(root.getParent(), "run");
    builder.redirectOutput(log.resolve("out").toFile()).redirectError(log.resolve("err").toFile());
    return new Started(builder.start(), log);
  }

  Run run(Path folder, String... command) throws IOException, InterruptedException {
    return start(folder, command).end();
  }

  /** A folder that looks like a JDK; its java prints its arguments, one a line. */
  static Path jdk(Path home, String version) throws IOException {
    script(home.resolve("bin/javac"), "exit 1");
    script(home.resolve("bin/java"), "printf '%s\\n' \"$@\"");
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** A Maven that does this. */
  void maven(String body) throws IOException {
    script(bin.resolve("mvn"), body);
  }

  static void await(String what, Callable<Boolean> condition) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.call()) {
      assertThat(Instant.now()).as("waiting for " + what).isBefore(deadline);
      LockSupport.parkNanos(20_000_000);
    }
  }

  static void script(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError(tool + " is not on PATH"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
