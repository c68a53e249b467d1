package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.catalog.CatalogDifference;
import shareddb.cli.json.Json;
import shareddb.drift.Comparison;
import shareddb.drift.Drift;
import shareddb.drift.DriftResult;
import shareddb.migrate.UpgradeResult;
import shareddb.track.Repeatable;
import shareddb.track.Version;

/** {@code ./db drift TRACK}. */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
final class DriftCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    return options.look(
        "drift",
        json,
        this::one,
        (fleet, there) -> new TenantsChecked(fleet, json, there).drift(),
        surroundings);
  }

  private ExitCode one(Chosen chosen, Surroundings surroundings) throws SQLException {
    Terminal terminal = surroundings.terminal();
    switch (compared(chosen, terminal)) {
      case DriftResult.Same same -> {
        json.tell(
            terminal,
            () -> json(chosen, same.version(), List.of(), same.reordered()),
            () -> print(same, chosen, terminal));
        return ExitCode.DONE;
      }
      case DriftResult.Differs differs -> {
        Comparison comparison = differs.comparison();
        json.tell(
            terminal,
            () -> json(chosen, differs.version(), comparison.differences(), comparison.reordered()),
            () -> print(differs, chosen, terminal));
        return ExitCode.DIFFERS;
      }
      case DriftResult.Refused refused ->
          throw new HistoryComplaint(chosen, surroundings).about(refused.problems());
      case DriftResult.NotApplicable(UpgradeResult upgrade) ->
          throw new UpgradeText(chosen, surroundings).notApplicable(upgrade);
    }
  }

  private static Json json(
      Chosen chosen, Version version, List<CatalogDifference> differences, List<String> reordered) {
    return chosen
        .json()
        .put("version", version.toString())
        .put("same", differences.isEmpty())
        .put("differences", DriftText.DRIFT.json(differences))
        .putTexts("reordered_tables", reordered);
  }

  private static DriftResult compared(Chosen chosen, Terminal terminal) throws SQLException {
    return ProgressLine.during(
        "comparing " + chosen.schema() + " with what its track makes",
        terminal,
        progress -> Drift.of(chosen.track(), chosen.target()));
  }

  private static void print(DriftResult.Same same, Chosen chosen, Terminal terminal) {
    terminal.print(
        "%s at %s: no drift, %s objects compared"
            .formatted(chosen.schema(), same.version(), same.objects()));
    DriftText.reordered(same.reordered(), terminal);
  }

  private static void print(DriftResult.Differs differs, Chosen chosen, Terminal terminal) {
    Comparison comparison = differs.comparison();
    terminal.print(
        "%s at %s is not what %s makes: %s"
            .formatted(
                chosen.schema(),
                differs.version(),
                chosen.track().label(),
                Amount.of(comparison.differences().size(), "difference")));
    DriftText.DRIFT.print(comparison.differences(), terminal);
    DriftText.reordered(comparison.reordered(), terminal);
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
