package shareddb.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.migrate.Blocker;
import shareddb.names.InvalidName;
import shareddb.names.SnapshotName;
import shareddb.snapshot.Snapshot;
import shareddb.snapshot.SnapshotResult;
import shareddb.snapshot.TakeSnapshot;

/** {@code ./db snapshot TRACK}. */
@CommandLine.Command
final class SnapshotCommand implements Command {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  @Option(
      names = {"-n", "--name"},
      paramLabel = "NAME",
      description = "what to call it (else date and time)")
  private @Nullable String name;

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Chosen chosen = options.in("snapshot", surroundings);
    SnapshotName wanted = wanted(chosen);
    long start = System.nanoTime();
    SnapshotResult result =
        ProgressLine.during(
            "snapshot of " + chosen.schema(),
            surroundings.terminal(),
            progress ->
                TakeSnapshot.run(
                    SnapshotLines.store(surroundings),
                    chosen.track(),
                    chosen.target(),
                    wanted,
                    progress));
    return report(result, Duration.ofNanos(System.nanoTime() - start), chosen, surroundings);
  }

  private SnapshotName wanted(Chosen chosen) {
    if (name == null) {
      return new SnapshotName(STAMP.format(LocalDateTime.now(ZoneId.systemDefault())));
    }
    try {
      return SnapshotName.chosen(name);
    } catch (InvalidName e) {
      throw CommandFailure.usage(
          String.valueOf(e.getMessage()), chosen.command("snapshot") + " --name before-lesson-2");
    }
  }

  private ExitCode report(
      SnapshotResult result, Duration took, Chosen chosen, Surroundings surroundings) {
    return switch (result) {
      case SnapshotResult.Taken(Snapshot snapshot) -> {
        json.tell(
            surroundings.terminal(),
            () -> SnapshotLines.json(snapshot, surroundings),
            () -> print(snapshot, took, chosen, surroundings));
        yield ExitCode.DONE;
      }
      case SnapshotResult.NameTaken(Path folder) ->
          throw CommandFailure.usage(
              "there is a snapshot of this name already: " + surroundings.shown(folder),
              "choose another --name; all there are:  " + chosen.command("snapshots"));
      case SnapshotResult.NoSchema none ->
          throw CommandFailure.failed(
              "there is no " + chosen.target() + ", and nothing to keep",
              chosen.command("upgrade"));
      case SnapshotResult.Busy(Blocker holder) -> throw Blocking.busy(holder, chosen, "snapshot");
    };
  }

  private static void print(
      Snapshot snapshot, Duration took, Chosen chosen, Surroundings surroundings) {
    Terminal terminal = surroundings.terminal();
    terminal.print(
        "%s %s at %s: %s, %s, in %s"
            .formatted(
                terminal.tick(),
                chosen.schema(),
                snapshot.manifest().version(),
                SnapshotLines.content(snapshot),
                Amount.bytes(snapshot.manifest().bytes()),
                Moment.took(took)));
    terminal.print("  " + surroundings.shown(snapshot.folder()));
    terminal.print(
        "to get back:  " + SnapshotLines.restore(chosen, snapshot, snapshot.manifest().version()));
  }
}
