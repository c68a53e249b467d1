package shareddb.cli.command.proof;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.base.track.RepeatableMigration;
import shareddb.base.track.Version;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.command.fleet.FleetCheck;
import shareddb.cli.option.FormatOption;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.DriftText;
import shareddb.cli.result.HistoryProblemText;
import shareddb.cli.result.UpgradeText;
import shareddb.cli.selection.TargetOptions;
import shareddb.migrate.UpgradeResult;
import shareddb.schema.catalog.CatalogDifference;
import shareddb.schema.drift.CatalogComparison;
import shareddb.schema.drift.Drift;
import shareddb.schema.drift.DriftResult;
import shareddb.tenants.fleet.survey.FleetDrift;

/** The command {@code ./db drift TRACK}. */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
public final class DriftCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final FormatOption format = new FormatOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    if (format.annotates()) {
      return annotate(context);
    }
    JsonOption json = format.json();
    return options.look(
        "drift",
        json,
        this::one,
        (fleet, there) -> new FleetCheck(fleet, json, there).drift(),
        context);
  }

  private ExitCode annotate(CommandContext context) throws SQLException {
    DriftAnnotations found = new DriftAnnotations(context);
    ExitCode exit =
        options.look(
            "drift",
            format.json(),
            (chosen, there) -> found.add(chosen, differences(chosen, there)),
            (fleet, there) -> found.add(fleet, FleetDrift.of(fleet.track(), fleet.members())),
            context);
    found.print(format);
    return exit;
  }

  private static List<CatalogDifference> differences(SelectedTarget chosen, CommandContext context)
      throws SQLException {
    return switch (compared(chosen, context.terminal())) {
      case DriftResult.Same same -> List.of();
      case DriftResult.Differs differs -> differs.comparison().differences();
      case DriftResult.Refused refused ->
          throw new HistoryProblemText(chosen, context).about(refused.problems());
      case DriftResult.NotApplicable(UpgradeResult upgrade) ->
          throw new UpgradeText(chosen, context).notApplicable(upgrade);
    };
  }

  private ExitCode one(SelectedTarget chosen, CommandContext context) throws SQLException {
    Terminal terminal = context.terminal();
    switch (compared(chosen, terminal)) {
      case DriftResult.Same same -> {
        format
            .json()
            .tell(
                terminal,
                () -> json(chosen, same.version(), List.of(), same.reordered()),
                () -> print(same, chosen, terminal));
        return ExitCode.DONE;
      }
      case DriftResult.Differs differs -> {
        CatalogComparison comparison = differs.comparison();
        format
            .json()
            .tell(
                terminal,
                () ->
                    json(
                        chosen,
                        differs.version(),
                        comparison.differences(),
                        comparison.reordered()),
                () -> print(differs, chosen, terminal));
        return ExitCode.DIFFERS;
      }
      case DriftResult.Refused refused ->
          throw new HistoryProblemText(chosen, context).about(refused.problems());
      case DriftResult.NotApplicable(UpgradeResult upgrade) ->
          throw new UpgradeText(chosen, context).notApplicable(upgrade);
    }
  }

  private static JsonObject json(
      SelectedTarget chosen,
      Version version,
      List<CatalogDifference> differences,
      List<String> reordered) {
    return chosen
        .json()
        .put("version", version.toString())
        .put("same", differences.isEmpty())
        .put("differences", DriftText.DRIFT.json(differences))
        .putTexts("reordered_tables", reordered);
  }

  private static DriftResult compared(SelectedTarget chosen, Terminal terminal)
      throws SQLException {
    return ProgressLine.during(
        "comparing " + chosen.schema() + " with what its track makes",
        terminal,
        progress -> Drift.of(chosen.track(), chosen.target()));
  }

  private static void print(DriftResult.Same same, SelectedTarget chosen, Terminal terminal) {
    terminal.print(
        "%s at %s: no drift, %s objects compared"
            .formatted(chosen.schema(), same.version(), same.objects()));
    DriftText.reordered(same.reordered(), terminal);
  }

  private static void print(DriftResult.Differs differs, SelectedTarget chosen, Terminal terminal) {
    CatalogComparison comparison = differs.comparison();
    terminal.print(
        "%s at %s is not what %s makes: %s"
            .formatted(
                chosen.schema(),
                differs.version(),
                chosen.track().label(),
                CountText.of(comparison.differences().size(), "difference")));
    DriftText.DRIFT.print(comparison.differences(), terminal);
    DriftText.reordered(comparison.reordered(), terminal);
    if (!differs.pending().isEmpty()) {
      String scripts =
          differs.pending().stream()
              .map(RepeatableMigration::script)
              .collect(Collectors.joining(", "));
      terminal.advise(chosen.command("upgrade") + "     runs what is pending: " + scripts);
      return;
    }
    terminal.advise(
        ("to keep it:  %s --autogenerate -m \"what it is\"\n" + "to lose it, with all rows:  %s")
            .formatted(chosen.command("revision"), chosen.command("reset")));
  }
}
