package shareddb.cli;

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
import shareddb.cli.json.Json;
import shareddb.migrate.Blocker;
import shareddb.migrate.StatementError;
import shareddb.settings.Settings;
import shareddb.snapshot.Reset;
import shareddb.snapshot.ResetResult;
import shareddb.snapshot.Snapshot;
import shareddb.snapshot.SnapshotStore;
import shareddb.track.UpScript;
import shareddb.track.Version;

/** {@code ./db reset TRACK}, or {@code --all}. */
@CommandLine.Command
final class ResetCommand implements Command {

  @Parameters(
      paramLabel = TargetOptions.TRACK,
      arity = "0..1",
      description = TargetOptions.TRACK_IS)
  private @Nullable String track;

  @Mixin private final PlaceOptions place = new PlaceOptions();

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
      description = "reset what tenants share, though their schemas then belong to nobody")
  private boolean forgetTenants;

  @Mixin private final YesOption yes = new YesOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    refuseContradictions();
    List<Chosen> doomed =
        all
            ? everyModule(surroundings)
            : List.of(place.in("reset", String.valueOf(track), surroundings));
    if (!forgetTenants) {
      TenantsKept.check(doomed, surroundings);
    }
    for (Chosen chosen : doomed) {
      if (!dryRun.wanted()) {
        MissingDatabase.prepare(chosen, surroundings);
      }
      HistoryComplaint.refuseForeign(chosen, surroundings);
    }
    if (dryRun.wanted()) {
      return rehearse(doomed, surroundings);
    }
    if (!confirmed(doomed, surroundings)) {
      return YesOption.refused(surroundings.terminal(), json);
    }
    if (all) {
      leftOut(surroundings).forEach(surroundings.terminal()::note);
    }
    List<Json> done = new ArrayList<>();
    for (Chosen chosen : doomed) {
      ResetResult.Remade remade = remade(reset(chosen, surroundings), chosen, surroundings);
      done.add(json(remade, chosen));
      if (!json.wanted()) {
        print(remade, chosen, surroundings);
      }
    }
    if (json.wanted()) {
      surroundings.terminal().print(all ? new Json().put("resets", done) : done.getFirst());
    }
    return ExitCode.DONE;
  }

  private ExitCode rehearse(List<Chosen> doomed, Surroundings surroundings) throws SQLException {
    for (Chosen chosen : doomed) {
      DryRun run = new DryRun("reset", chosen, surroundings, json, wait.patience());
      run.of(
          dryRun.kind(),
          Reset.plan(chosen.track(), chosen.target(), Optional.ofNullable(to), run.withRole()),
          result -> {
            throw new IllegalStateException("planned: " + remade(result, chosen, surroundings));
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

  /** A module of several tracks shares its schemas among them: that is not one reset. */
  private static List<Chosen> everyModule(Surroundings surroundings) {
    Settings settings = surroundings.settings();
    return surroundings.workshop().tracks().stream()
        .filter(track -> track.part().isEmpty() && !track.read().isEmpty())
        .map(track -> Chosen.usual(settings, track))
        .toList();
  }

  private static List<String> leftOut(Surroundings surroundings) {
    return surroundings.workshop().tracks().stream()
        .filter(track -> track.part().isPresent())
        .map(
            track ->
                "note: %s is left out, as its module has several tracks; by itself:  ./db reset %s"
                    .formatted(track.label(), track.label()))
        .toList();
  }

  private ResetResult reset(Chosen chosen, Surroundings surroundings) throws SQLException {
    SnapshotStore store = SnapshotLines.store(surroundings);
    return Attended.run(
        "reset",
        chosen,
        surroundings,
        wait.patience(),
        attended ->
            to == null
                ? Reset.run(store, chosen.track(), chosen.target(), attended, attended)
                : Reset.run(store, chosen.track(), chosen.target(), to, attended, attended));
  }

  private static ResetResult.Remade remade(
      ResetResult result, Chosen chosen, Surroundings surroundings) {
    return switch (result) {
      case ResetResult.Remade remade -> remade;
      case ResetResult.Unknown(Version wanted, Optional<Snapshot> wayBack, StatementError error) ->
          throw new UnknownOutcome(chosen, surroundings, error).of("reset", wayBack);
      case ResetResult.UnknownVersion(Version wanted, List<Version> known) ->
          throw UnknownVersionText.of(chosen, wanted, known);
      case ResetResult.NeededOutside(List<String> dependents) ->
          throw SnapshotLines.neededOutside(dependents, chosen, "reset");
      case ResetResult.Busy(Blocker holder) -> throw Blocking.busy(holder, chosen, "reset");
      case ResetResult.Blocked(Blocker blocker) ->
          throw SnapshotLines.blocked(blocker, chosen, "reset");
      case ResetResult.NotDropped(StatementError error) ->
          throw SnapshotLines.notDropped(error, chosen, "reset");
      case ResetResult.NotBuilt(UpScript migration, StatementError error) ->
          throw SnapshotLines.notBuilt(migration, error, chosen, surroundings, "reset");
    };
  }

  private static void print(ResetResult.Remade remade, Chosen chosen, Surroundings surroundings) {
    Terminal terminal = surroundings.terminal();
    Optional<Snapshot> wayBack = remade.wayBack();
    terminal.print(chosen.schema() + (wayBack.isPresent() ? " was dropped" : " was not there"));
    moved(remade).print(chosen, terminal);
    if (chosen.tenant().isPresent()) {
      terminal.note("note: what a tenant of its type begins with was not written again");
    }
    wayBack.ifPresent(kept -> SnapshotLines.wayBack(chosen, kept, remade.version(), surroundings));
  }

  private static Json json(ResetResult.Remade remade, Chosen chosen) {
    Json json = moved(remade).json(chosen).put("dropped", remade.wayBack().isPresent());
    return SnapshotLines.json(json, "snapshot", remade.wayBack(), chosen, remade.version());
  }

  private static Moved moved(ResetResult.Remade remade) {
    return new Moved(Version.NONE, remade.version(), remade.steps(), "empty");
  }

  private boolean confirmed(List<Chosen> doomed, Surroundings surroundings) {
    String what =
        doomed.stream().map(c -> c.target().toString()).collect(Collectors.joining("\n  "));
    return yes.confirms(
        "reset drops " + what + " with all rows in it",
        "Drop " + what + " with all rows in it? (A snapshot is kept.)",
        all ? "./db reset --all" : doomed.getFirst().command("reset"),
        surroundings);
  }
}
