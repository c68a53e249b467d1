package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.drift.Comparison;
import shareddb.drift.Drift;
import shareddb.drift.DriftResult;
import shareddb.migrate.UpgradeResult;
import shareddb.track.Repeatable;

/** {@code ./db drift TRACK}. */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
final class DriftCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    return switch (options.aim(surroundings)) {
      case Aim.One(Chosen chosen) -> one(chosen, surroundings);
      case Aim.Tenants(TenantFleet fleet) when fleet.only().size() == 1 ->
          one(fleet.whole(fleet.only().getFirst()), surroundings);
      case Aim.Tenants(TenantFleet fleet) -> tenants(fleet, surroundings);
      case Aim.WholeModule(Chosen shared, TenantFleet fleet) ->
          new WholeModule(shared, fleet, json, surroundings).look(this::one, this::tenants);
      case Aim.Tracks(List<Chosen> all) ->
          new InOneDocument(json, surroundings).each(all, this::one);
    };
  }

  private ExitCode tenants(TenantFleet fleet, Surroundings surroundings) throws SQLException {
    return new TenantsChecked(fleet, json, surroundings).drift();
  }

  private ExitCode one(Chosen chosen, Surroundings surroundings) throws SQLException {
    return new LockedTarget(chosen, json, surroundings)
        .orShown("drift", () -> look(chosen, surroundings));
  }

  private ExitCode look(Chosen chosen, Surroundings surroundings) throws SQLException {
    return switch (compared(chosen, surroundings.terminal())) {
      case DriftResult.Same same -> {
        print(same, chosen, surroundings.terminal());
        yield ExitCode.DONE;
      }
      case DriftResult.Differs differs -> {
        print(differs, chosen, surroundings.terminal());
        yield ExitCode.DIFFERS;
      }
      case DriftResult.Refused refused ->
          throw new HistoryComplaint(chosen, surroundings).about(refused.problems());
      case DriftResult.NotApplicable(UpgradeResult upgrade) ->
          throw new UpgradeText(chosen, surroundings).notApplicable(upgrade);
    };
  }

  private static DriftResult compared(Chosen chosen, Terminal terminal) throws SQLException {
    return ProgressLine.during(
        "comparing " + chosen.schema() + " with what its track makes",
        terminal,
        progress -> Drift.of(chosen.track(), chosen.target()));
  }

  private void print(DriftResult.Same same, Chosen chosen, Terminal terminal) {
    if (json.wanted()) {
      terminal.print(DriftJson.of(chosen, same));
      return;
    }
    terminal.print(
        "%s at %s: no drift, %s objects compared"
            .formatted(chosen.schema(), same.version(), same.objects()));
    DriftLines.reordered(same.reordered(), terminal);
  }

  private void print(DriftResult.Differs differs, Chosen chosen, Terminal terminal) {
    if (json.wanted()) {
      terminal.print(DriftJson.of(chosen, differs));
      return;
    }
    Comparison comparison = differs.comparison();
    terminal.print(
        "%s at %s is not what %s makes: %s"
            .formatted(
                chosen.schema(),
                differs.version(),
                chosen.track().label(),
                DriftLines.count(comparison.differences(), "difference")));
    DriftLines.differences(comparison.differences(), terminal);
    DriftLines.reordered(comparison.reordered(), terminal);
    if (!differs.pending().isEmpty()) {
      String scripts =
          differs.pending().stream().map(Repeatable::script).collect(Collectors.joining(", "));
      terminal.advise(chosen.command("upgrade") + "     runs what is pending: " + scripts);
      return;
    }
    terminal.advise(
        ("to keep it:  %s --autogenerate -m \"what it is\"\n" + "to lose it, with all rows:  %s")
            .formatted(chosen.command("revision"), chosen.command("reset")));
  }
}
