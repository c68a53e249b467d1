package shareddb.cli.command.rows;

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
import shareddb.base.names.InvalidName;
import shareddb.base.names.SnapshotName;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.BlockerText;
import shareddb.cli.result.SnapshotText;
import shareddb.cli.selection.TargetOptions;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.snapshot.Snapshot;
import shareddb.migrate.snapshot.SnapshotResult;
import shareddb.migrate.snapshot.TakeSnapshot;

/** The command {@code ./db snapshot TRACK}. */
@CommandLine.Command
public final class SnapshotCommand implements Command {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  @Option(
      names = {"-n", "--name"},
      paramLabel = "NAME",
      description = "what to call it (else date and time)")
  private @Nullable String name;

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    SelectedTarget chosen = options.in("snapshot", context);
    SnapshotName wanted = wanted(chosen);
    long start = System.nanoTime();
    SnapshotResult result =
        ProgressLine.during(
            "snapshot of " + chosen.schema(),
            context.terminal(),
            progress ->
                TakeSnapshot.run(
                    SnapshotText.store(context),
                    chosen.track(),
                    chosen.target(),
                    wanted,
                    progress));
    return report(result, Duration.ofNanos(System.nanoTime() - start), chosen, context);
  }

  private SnapshotName wanted(SelectedTarget chosen) {
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
      SnapshotResult result, Duration took, SelectedTarget chosen, CommandContext context) {
    return switch (result) {
      case SnapshotResult.Taken(Snapshot snapshot) -> {
        json.tell(
            context.terminal(),
            () -> SnapshotText.json(snapshot, context),
            () -> print(snapshot, took, chosen, context));
        yield ExitCode.DONE;
      }
      case SnapshotResult.NameTaken(Path folder) ->
          throw CommandFailure.usage(
              "there is a snapshot of this name already: " + context.shown(folder),
              "choose another --name; all there are:  " + chosen.command("snapshots"));
      case SnapshotResult.NoSchema none ->
          throw CommandFailure.failed(
              "there is no " + chosen.target() + ", and nothing to keep",
              chosen.command("upgrade"));
      case SnapshotResult.Busy(Blocker holder) ->
          throw BlockerText.busy(holder, chosen, "snapshot");
    };
  }

  private static void print(
      Snapshot snapshot, Duration took, SelectedTarget chosen, CommandContext context) {
    Terminal terminal = context.terminal();
    terminal.print(
        "%s %s at %s: %s, %s, in %s"
            .formatted(
                terminal.tick(),
                chosen.schema(),
                snapshot.manifest().version(),
                SnapshotText.content(snapshot),
                CountText.bytes(snapshot.manifest().bytes()),
                TimeText.took(took)));
    terminal.print("  " + context.shown(snapshot.folder()));
    terminal.print(
        "to get back:  " + SnapshotText.restore(chosen, snapshot, snapshot.manifest().version()));
  }
}
