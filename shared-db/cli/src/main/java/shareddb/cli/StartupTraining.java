package shareddb.cli;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import shareddb.base.track.Workshop;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.Terminal.Streams;

/**
 * Runs read-only commands and discards their output, so that the JVM loads all classes that the
 * commands need and can archive them for later starts. The launcher runs this once after each
 * build.
 */
final class StartupTraining {

  private final Main main;
  private final String track;

  private StartupTraining(Path root) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Map<String, String> environment = System.getenv();
    this.main =
        new Main(
            new CommandContext(
                root,
                root,
                environment,
                new Terminal(nowhere, nowhere, Streams.named(""), environment),
                new BufferedReader(Reader.nullReader())));
    this.track = Workshop.at(root).tracks().getFirst().label();
  }

  public static void main(String[] arguments) {
    Main.silenceLibraries();
    StartupTraining training = new StartupTraining(Main.root());
    // Without a server most classes would not be loaded: the JVM must not keep such an archive.
    if (training.run("current") != ExitCode.DONE) {
      Runtime.getRuntime().halt(ExitCode.FAILED.code());
    }
    training.run("current", "--json");
    training.run("current", "--no-such-option");
    training.run("history");
    training.run("journal");
    training.run("snapshots");
    training.run("upgrade", "--dry-run");
    training.run("sql", "SELECT 1");
  }

  private ExitCode run(String command, String... arguments) {
    return main.run(Stream.concat(Stream.of(command, track), Stream.of(arguments)).toList());
  }
}
