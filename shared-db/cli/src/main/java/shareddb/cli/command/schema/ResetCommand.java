package shareddb.cli.command.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.base.settings.Settings;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.VersionConverter;
import shareddb.cli.option.WaitOption;
import shareddb.cli.option.YesOption;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.BlockerText;
import shareddb.cli.result.DryRunText;
import shareddb.cli.result.HistoryProblemText;
import shareddb.cli.result.SnapshotText;
import shareddb.cli.result.TerminalListener;
import shareddb.cli.result.UnknownOutcomeText;
import shareddb.cli.result.UnknownVersionText;
import shareddb.cli.result.VersionChangeText;
import shareddb.cli.selection.MissingDatabase;
import shareddb.cli.selection.TargetOptions;
import shareddb.cli.selection.TargetSchemaOptions;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.StatementError;
import shareddb.migrate.snapshot.Reset;
import shareddb.migrate.snapshot.ResetResult;
import shareddb.migrate.snapshot.Snapshot;
import shareddb.migrate.snapshot.SnapshotStore;

/** The command {@code ./db reset TRACK}, or {@code ./db reset --all}. */
@CommandLine.Command
public final class ResetCommand implements Command {

  @Parameters(
      paramLabel = TargetOptions.TRACK,
      arity = "0..1",
      description = TargetOptions.TRACK_IS)
  private @Nullable String track;

  @Mixin private final TargetSchemaOptions place = new TargetSchemaOptions();

  @Option(
      names = {"-t", "--to"},
      paramLabel = "VERSION",
      converter = VersionConverter.class,
      description = "to the state of this version (else the newest)")
  private @Nullable Version to;

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final WaitOption wait = new WaitOption();

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Option(names = "--all", description = "every module, each in the schema named after it")
  private boolean all;

  @Option(
      names = "--forget-tenants",
      description = "reset what tenants share, though their schemas then belong to no tenant")
  private boolean forgetTenants;

  @Mixin private final YesOption yes = new YesOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    refuseContradictions();
    List<SelectedTarget> doomed =
        all ? everyModule(context) : List.of(place.in("reset", String.valueOf(track), context));
    if (!forgetTenants) {
      RegistryResetCheck.check(doomed, context);
    }
    for (SelectedTarget chosen : doomed) {
      if (!dryRun.wanted()) {
        MissingDatabase.prepare(chosen, context);
      }
      HistoryProblemText.refuseForeign(chosen, context);
    }
    if (dryRun.wanted()) {
      return rehearse(doomed, context);
    }
    if (!confirmed(doomed, context)) {
      return YesOption.refused(context.terminal(), json);
    }
    if (all) {
      leftOut(context).forEach(context.terminal()::note);
    }
    List<JsonObject> done = new ArrayList<>();
    for (SelectedTarget chosen : doomed) {
      ResetResult.Remade remade = remade(reset(chosen, context), chosen, context);
      done.add(json(remade, chosen));
      if (!json.wanted()) {
        print(remade, chosen, context);
      }
    }
    if (json.wanted()) {
      context.terminal().print(all ? new JsonObject().put("resets", done) : done.getFirst());
    }
    return ExitCode.DONE;
  }

  private ExitCode rehearse(List<SelectedTarget> doomed, CommandContext context)
      throws SQLException {
    for (SelectedTarget chosen : doomed) {
      DryRunText run = new DryRunText("reset", chosen, context, json, wait.patience());
      run.of(
          dryRun.kind(),
          Reset.plan(chosen.track(), chosen.target(), Optional.ofNullable(to), run.withRole()),
          result -> {
            throw new IllegalStateException("planned: " + remade(result, chosen, context));
          });
    }
    return ExitCode.DONE;
  }

  private void refuseContradictions() {
    if (!all && track == null) {
      throw CommandFailure.usage("reset wants a TRACK, or --all", "./db reset --help");
    }
    if (all && (track != null || place.isNarrowed() || to != null || dryRun.wanted())) {
      throw CommandFailure.usage(
          "--all resets every module to its newest version: it takes no TRACK, --schema, --tenant,"
              + " --to or --dry-run",
          "./db reset --help");
    }
  }

  /**
   * The targets of {@code --all}. Modules with several tracks are left out, as their tracks need
   * one reset each.
   */
  private static List<SelectedTarget> everyModule(CommandContext context) {
    Settings settings = context.settings();
    return context.workshop().tracks().stream()
        .filter(track -> track.part().isEmpty() && !track.read().isEmpty())
        .map(track -> SelectedTarget.usual(settings, track))
        .toList();
  }

  private static List<String> leftOut(CommandContext context) {
    return context.workshop().tracks().stream()
        .filter(track -> track.part().isPresent())
        .map(
            track ->
                "note: %s is left out, as its module has several tracks; by itself:  ./db reset %s"
                    .formatted(track.label(), track.label()))
        .toList();
  }

  private ResetResult reset(SelectedTarget chosen, CommandContext context) throws SQLException {
    SnapshotStore store = SnapshotText.store(context);
    return TerminalListener.run(
        "reset",
        chosen,
        context,
        wait.patience(),
        attended ->
            to == null
                ? Reset.run(store, chosen.track(), chosen.target(), attended, attended)
                : Reset.run(store, chosen.track(), chosen.target(), to, attended, attended));
  }

  private static ResetResult.Remade remade(
      ResetResult result, SelectedTarget chosen, CommandContext context) {
    return switch (result) {
      case ResetResult.Remade remade -> remade;
      case ResetResult.Unknown(Version wanted, Optional<Snapshot> wayBack, StatementError error) ->
          throw new UnknownOutcomeText(chosen, context, error).of("reset", wayBack);
      case ResetResult.UnknownVersion(Version wanted, List<Version> known) ->
          throw UnknownVersionText.of(chosen, wanted, known);
      case ResetResult.NeededOutside(List<String> dependents) ->
          throw SnapshotText.neededOutside(dependents, chosen, "reset");
      case ResetResult.Busy(Blocker holder) -> throw BlockerText.busy(holder, chosen, "reset");
      case ResetResult.Blocked(Blocker blocker) ->
          throw SnapshotText.blocked(blocker, chosen, "reset");
      case ResetResult.NotDropped(StatementError error) ->
          throw SnapshotText.notDropped(error, chosen, "reset");
      case ResetResult.NotBuilt(UpgradeScript migration, StatementError error) ->
          throw SnapshotText.notBuilt(migration, error, chosen, context, "reset");
    };
  }

  private static void print(
      ResetResult.Remade remade, SelectedTarget chosen, CommandContext context) {
    Terminal terminal = context.terminal();
    Optional<Snapshot> wayBack = remade.wayBack();
    terminal.print(chosen.schema() + (wayBack.isPresent() ? " was dropped" : " was not there"));
    moved(remade).print(chosen, terminal);
    if (chosen.tenant().isPresent()) {
      terminal.note("note: what a tenant of its type begins with was not written again");
    }
    wayBack.ifPresent(kept -> SnapshotText.wayBack(chosen, kept, remade.version(), context));
  }

  private static JsonObject json(ResetResult.Remade remade, SelectedTarget chosen) {
    JsonObject json = moved(remade).json(chosen).put("dropped", remade.wayBack().isPresent());
    return SnapshotText.json(json, "snapshot", remade.wayBack(), chosen, remade.version());
  }

  private static VersionChangeText moved(ResetResult.Remade remade) {
    return new VersionChangeText(Version.NONE, remade.version(), remade.steps(), "empty");
  }

  private boolean confirmed(List<SelectedTarget> doomed, CommandContext context) {
    String what =
        doomed.stream().map(c -> c.target().toString()).collect(Collectors.joining("\n  "));
    return yes.confirms(
        "reset drops " + what + " with all rows in it",
        "Drop " + what + " with all rows in it? (A snapshot is kept.)",
        all ? "./db reset --all" : doomed.getFirst().command("reset"),
        context);
  }
}
