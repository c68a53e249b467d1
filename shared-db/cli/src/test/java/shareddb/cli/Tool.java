package shareddb.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import shareddb.base.settings.Login;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;
import shareddb.testing.TestDatabase;

/** The tool in a checkout, with an environment, on streams that are kept. */
record Tool(Path root, Path here, Map<String, String> environment, Terminal.Streams streams) {

  /** Typed at the checkout's root. */
  Tool(Path root, Map<String, String> environment, Terminal.Streams streams) {
    this(root, root, environment, streams);
  }

  static final String MODULE = "00_personal_todo";

  /** What a command printed, and how it ended. */
  record Run(ExitCode exit, String out, String err) {

    /** Both streams, to look for what must not be on either. */
    String all() {
      return out + err;
    }
  }

  /** In a checkout that has the first module without its code, to be edited at will. */
  static Tool in(Path root, Login login) throws IOException {
    for (String folder : List.of("migrations", "undo")) {
      copy(
          TestDatabase.checkout().resolve("workshop").resolve(MODULE).resolve(folder),
          root.resolve("workshop").resolve(MODULE).resolve(folder));
    }
    for (String file :
        List.of(
            MODULE + "/Makefile",
            MODULE + "/README.md",
            MODULE + "/pom.xml",
            "pom.xml",
            "app/pom.xml")) {
      copyFile(
          TestDatabase.checkout().resolve("workshop").resolve(file),
          root.resolve("workshop").resolve(file));
    }
    Map<String, String> environment =
        Map.of(
            "LANG", "C.UTF-8",
            "WORKSHOP_DB", "external",
            "POSTGRES_HOST", login.host(),
            "POSTGRES_PORT", String.valueOf(login.port()),
            "POSTGRES_USER", login.user(),
            "POSTGRES_PASSWORD", login.password().reveal(),
            "WORKSHOP_SECRET", login.apis().secret().value().reveal(),
            "POSTGRES_DB", login.database().value());
    return new Tool(root, environment, Terminal.Streams.named(""));
  }

  Tool with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(variable, value);
    return new Tool(root, here, Map.copyOf(changed), streams);
  }

  /** Typed in a folder of the checkout. */
  Tool in(String folder) {
    return new Tool(root, root.resolve(folder), environment, streams);
  }

  /** With a terminal that can be asked. */
  Tool interactive() {
    return new Tool(root, here, environment, Terminal.Streams.named("012"));
  }

  Run run(String... arguments) {
    return runTyping("", arguments);
  }

  Run runTyping(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            streams,
            environment);
    CommandContext context =
        new CommandContext(
            root, here, environment, terminal, new BufferedReader(new StringReader(input)));
    ExitCode exit = new Main(context).run(List.of(arguments));
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** In a process of its own, which can be killed. */
  Process start(List<String> arguments) throws IOException {
    return start(arguments, ProcessBuilder.Redirect.DISCARD);
  }

  /** What it prints goes there, on both streams. */
  Process start(List<String> arguments, ProcessBuilder.Redirect output) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Dworkshop.root=" + root);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(here.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output);
    builder.environment().putAll(environment);
    return builder.start();
  }

  Path migration(String name) {
    return root.resolve("workshop").resolve(MODULE).resolve("migrations").resolve(name);
  }

  Path undo(String name) {
    return root.resolve("workshop").resolve(MODULE).resolve("undo").resolve(name);
  }

  private static void copyFile(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }
}
