package shareddb.cli.command.rows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.command.schema.UpgradeOrDowngrade;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.VersionConverter;
import shareddb.cli.option.WaitOption;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.StepsText;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.BlockerText;
import shareddb.cli.result.HistoryProblemText;
import shareddb.cli.result.SnapshotText;
import shareddb.cli.result.TerminalListener;
import shareddb.cli.result.UnknownOutcomeText;
import shareddb.cli.result.VersionChangeText;
import shareddb.cli.selection.MissingDatabase;
import shareddb.cli.selection.TargetOptions;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.StatementError;
import shareddb.migrate.snapshot.Misfit;
import shareddb.migrate.snapshot.Restore;
import shareddb.migrate.snapshot.RestoreResult;
import shareddb.migrate.snapshot.ServerIdentity;
import shareddb.migrate.snapshot.Snapshot;

/** The command {@code ./db restore TRACK [NAME]}. */
@CommandLine.Command
public final class RestoreCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "the snapshot, or any beginning of its name (else the newest)")
  private @Nullable String name;

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final WaitOption wait = new WaitOption();

  @ArgGroup private final Then then = new Then();

  @Option(
      names = "--partly",
      description = "leave out what the track's files have no place for any more")
  private boolean partly;

  @Option(
      names = "--from-another-server",
      description = "restore though the snapshot's rows are from another server than this one")
  private boolean fromAnotherServer;

  /** The version to upgrade or downgrade to after the restore. */
  static final class Then {

    @Option(names = "--at-its-version", description = "stay at the version it was taken at")
    private boolean stay;

    @Option(
        names = {"-t", "--to"},
        paramLabel = "VERSION",
        converter = VersionConverter.class,
        description = "up or down to this version (else up to the one that the schema is at now)")
    private @Nullable Version version;
  }

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    SelectedTarget chosen = options.in("restore", context);
    Snapshot snapshot = SnapshotSearch.in(context, chosen).named(name);
    MissingDatabase.prepare(chosen, context);
    HistoryProblemText.refuseForeign(chosen, context);
    checkServer(snapshot, chosen, context);
    RestoreResult result =
        TerminalListener.run(
            "restore",
            chosen,
            context,
            wait.patience(),
            attended ->
                Restore.run(
                    SnapshotText.store(context),
                    chosen.track(),
                    chosen.target(),
                    snapshot,
                    partly,
                    attended,
                    attended));
    return report(result, snapshot, chosen, context);
  }

  private void checkServer(Snapshot snapshot, SelectedTarget chosen, CommandContext context)
      throws SQLException {
    if (snapshot.manifest().server().isEmpty()) {
      context
          .terminal()
          .note("note: " + snapshot.name() + " is older, and does not say which server it is from");
    } else if (!fromAnotherServer && ServerIdentity.isOther(snapshot, chosen.target())) {
      throw failed(
          "snapshot %s was taken on another server than the one at %s (system identifier %s)"
              .formatted(
                  snapshot.name(),
                  chosen.target().admin().address(),
                  snapshot.manifest().server().orElseThrow()),
          "restore",
          " " + snapshot.name() + " --from-another-server",
          chosen);
    }
  }

  private ExitCode report(
      RestoreResult result, Snapshot snapshot, SelectedTarget chosen, CommandContext context)
      throws SQLException {
    return switch (result) {
      case RestoreResult.Restored restored -> done(restored, snapshot, chosen, context);
      case RestoreResult.Unknown(Optional<Snapshot> wayBack, StatementError error) ->
          throw new UnknownOutcomeText(chosen, context, error).of("restore", wayBack);
      case RestoreResult.Damaged(Path file, String why) ->
          throw failed(
              "the snapshot is damaged: " + context.shown(file) + "\n" + why, "snapshots", chosen);
      case RestoreResult.FilesMissing(List<Version> versions) ->
          throw CommandFailure.failed(
              "the snapshot was taken at version "
                  + snapshot.manifest().version()
                  + ", and the track has no file any more for "
                  + String.join(", ", versions.stream().map(Version::toString).toList())
                  + "\nnothing was changed",
              "bring the files back from version control, then  %s %s"
                  .formatted(chosen.command("restore"), snapshot.name()));
      case RestoreResult.DoesNotFit(List<Misfit> misfits) ->
          throw CommandFailure.failed(
              "what the track makes at version %s has no place for:\n%s\nnothing was changed"
                  .formatted(snapshot.manifest().version(), SnapshotText.misfits(misfits)),
              "bring the files back as they were, or do without these:\n%s %s --partly"
                  .formatted(chosen.command("restore"), snapshot.name()));
      case RestoreResult.NotLoaded(String table, StatementError error) ->
          throw failed(
              "the rows of " + table + " do not go in any more\n" + StepsText.said(error),
              "current",
              chosen);
      case RestoreResult.NeededOutside(List<String> dependents) ->
          throw SnapshotText.neededOutside(dependents, chosen, "restore");
      case RestoreResult.Busy(Blocker holder) -> throw BlockerText.busy(holder, chosen, "restore");
      case RestoreResult.Blocked(Blocker blocker) ->
          throw SnapshotText.blocked(blocker, chosen, "restore");
      case RestoreResult.NotDropped(StatementError error) ->
          throw SnapshotText.notDropped(error, chosen, "restore");
      case RestoreResult.NotBuilt(UpgradeScript migration, StatementError error) ->
          throw SnapshotText.notBuilt(migration, error, chosen, context, "restore");
    };
  }

  private ExitCode done(
      RestoreResult.Restored restored,
      Snapshot snapshot,
      SelectedTarget chosen,
      CommandContext context)
      throws SQLException {
    Version own = snapshot.manifest().version();
    Version wanted = wanted(own, restored.before());
    if (!json.wanted()) {
      print(restored, wanted, snapshot, chosen, context);
    }
    VersionChangeText moved = UpgradeOrDowngrade.from(own, wanted, chosen, context);
    if (json.wanted()) {
      context.terminal().print(json(restored, moved, snapshot, chosen));
    } else if (!moved.steps().isEmpty()) {
      moved.print(chosen, context.terminal());
    }
    return ExitCode.DONE;
  }

  private static JsonObject json(
      RestoreResult.Restored restored,
      VersionChangeText moved,
      Snapshot snapshot,
      SelectedTarget chosen) {
    JsonObject json =
        moved
            .json(chosen)
            .put("snapshot", snapshot.name().value())
            .put("rows", snapshot.manifest().rows())
            .put("left_out", SnapshotText.json(restored.leftOut()));
    return SnapshotText.json(json, "kept", restored.wayBack(), chosen, moved.to());
  }

  private static void print(
      RestoreResult.Restored restored,
      Version wanted,
      Snapshot snapshot,
      SelectedTarget chosen,
      CommandContext context) {
    Terminal terminal = context.terminal();
    terminal.print(
        "%s %s is as it was at %s: %s, at %s"
            .formatted(
                terminal.tick(),
                chosen.schema(),
                TimeText.of(snapshot.manifest().takenAt()),
                SnapshotText.content(snapshot),
                snapshot.manifest().version()));
    if (!restored.leftOut().isEmpty()) {
      terminal.print("left out:\n" + SnapshotText.misfits(restored.leftOut()));
    }
    restored.wayBack().ifPresent(kept -> SnapshotText.wayBack(chosen, kept, wanted, context));
  }

  /** The version to end at: without an option not below the snapshot's, as undo may lose rows. */
  private Version wanted(Version own, Version before) {
    if (then.stay) {
      return own;
    }
    if (then.version != null) {
      return then.version;
    }
    return before.compareTo(own) > 0 ? before : own;
  }

  private static CommandFailure failed(String what, String next, SelectedTarget chosen) {
    return failed(what, next, "", chosen);
  }

  private static CommandFailure failed(
      String what, String next, String options, SelectedTarget chosen) {
    return CommandFailure.failed(what + "\nnothing was changed", chosen.command(next) + options);
  }
}
