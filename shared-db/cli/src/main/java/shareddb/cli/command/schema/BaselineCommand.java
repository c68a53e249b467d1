package shareddb.cli.command.schema;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.command.fleet.FleetBaselineCheck;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.output.StepsText;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.BlockerText;
import shareddb.cli.result.DriftText;
import shareddb.cli.result.TerminalListener;
import shareddb.cli.result.UnknownOutcomeText;
import shareddb.cli.result.UpgradeText;
import shareddb.cli.selection.Selection;
import shareddb.cli.selection.TargetOptions;
import shareddb.cli.selection.TenantFleet;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.baseline.Baseline;
import shareddb.migrate.baseline.BaselineResult;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.History;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.StatementError;
import shareddb.schema.drift.VersionMatch;
import shareddb.schema.drift.VersionSearch;

/** The command {@code ./db baseline TRACK}: takes over a schema that the tool did not make. */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
public final class BaselineCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Option(
      names = "--from",
      paramLabel = "SCHEMA|URL",
      description =
          "write the first migration of a new module from this schema, prove it, and record it"
              + " (of another server: postgresql://user:password@host/database?schema=NAME)")
  private @Nullable String from;

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    if (from != null) {
      return new FirstMigrationText(options.typed(), from, context).run();
    }
    if (options.aim(context) instanceof Selection.Tenants(TenantFleet fleet)
        && fleet.only().size() != 1) {
      return new FleetBaselineCheck(fleet, json, context).run(dryRun);
    }
    return one(options.in("baseline", context), context);
  }

  private ExitCode one(SelectedTarget chosen, CommandContext context) throws SQLException {
    History history = History.of(chosen.target());
    if (!history.rows().isEmpty()) {
      List<Migration> migrations = chosen.track().readAll().migrations();
      throw hasHistory(TrackState.of(migrations, history).current(), chosen);
    }
    return switch (searched(chosen, context.terminal())) {
      case VersionMatch.Is is when dryRun.wanted() -> tellDryRun(is, chosen, context.terminal());
      case VersionMatch.Is is -> record(is, chosen, context);
      case VersionMatch.Nearest nearest -> differs(nearest, chosen, context.terminal());
      case VersionMatch.Empty none ->
          throw CommandFailure.failed(
              chosen.schema() + " is empty or not there: there is nothing to take over",
              chosen.command("upgrade"));
      case VersionMatch.NotApplicable(UpgradeResult upgrade) ->
          throw new UpgradeText(chosen, context).notApplicable(upgrade);
    };
  }

  private static VersionMatch searched(SelectedTarget chosen, Terminal terminal)
      throws SQLException {
    return ProgressLine.during(
        "comparing " + chosen.schema() + " with each version of its track",
        terminal,
        progress -> VersionSearch.of(chosen.track(), chosen.target()));
  }

  private ExitCode tellDryRun(VersionMatch.Is is, SelectedTarget chosen, Terminal terminal) {
    return json.tell(
        terminal,
        () -> json(false, is.version(), chosen),
        () ->
            terminal.print(
                "%s is what its track makes at %s, %s compared; nothing was recorded"
                    .formatted(
                        chosen.schema(), is.version(), CountText.of(is.objects(), "object"))));
  }

  private ExitCode record(VersionMatch.Is is, SelectedTarget chosen, CommandContext context)
      throws SQLException {
    BaselineResult result =
        TerminalListener.run(
            "baseline",
            chosen,
            context,
            caller -> Baseline.run(chosen.track(), chosen.target(), is.version(), caller));
    switch (result) {
      case BaselineResult.Recorded recorded -> tell(recorded, is, chosen, context.terminal());
      case BaselineResult.HasHistory(Version current) -> throw hasHistory(current, chosen);
      case BaselineResult.NotRecorded(StatementError error) ->
          throw CommandFailure.failed(
              "no history was made in %s\n%s".formatted(chosen.schema(), StepsText.said(error)),
              chosen.command("baseline"));
      case BaselineResult.Unknown(StatementError error) ->
          throw new UnknownOutcomeText(chosen, context, error)
              .of("baseline", chosen.command("baseline"), List.of());
      case BaselineResult.Busy(Blocker holder) ->
          throw BlockerText.busy(holder, chosen, "baseline");
    }
    return ExitCode.DONE;
  }

  private void tell(
      BaselineResult.Recorded recorded,
      VersionMatch.Is is,
      SelectedTarget chosen,
      Terminal terminal)
      throws SQLException {
    List<Migration> pending = CurrentState.of(chosen.track(), chosen.target()).pending();
    json.tell(
        terminal,
        () -> json(true, recorded.version(), chosen).put("pending", pending.size()),
        () -> {
          for (Migration migration : recorded.migrations()) {
            terminal.print(
                "%s %s  %s"
                    .formatted(terminal.tick(), migration.version(), migration.description()));
          }
          terminal.print(
              "%s is what its track makes at %s, %s compared: recorded as applied, nothing was run"
                  .formatted(chosen.schema(), is.version(), CountText.of(is.objects(), "object")));
          if (!pending.isEmpty()) {
            terminal.advise(
                "%s     (%s pending)"
                    .formatted(
                        chosen.command("upgrade"), CountText.of(pending.size(), "migration")));
          }
        });
  }

  private ExitCode differs(VersionMatch.Nearest nearest, SelectedTarget chosen, Terminal terminal) {
    var differences = nearest.comparison().differences();
    json.tell(
        terminal,
        () ->
            json(false, nearest.version(), chosen)
                .put("differences", DriftText.DRIFT.json(differences)),
        () -> {
          terminal.print(
              "%s is no version of its track; the nearest is %s, with %s:"
                  .formatted(
                      chosen.schema(),
                      nearest.version(),
                      CountText.of(differences.size(), "difference")));
          DriftText.DRIFT.print(differences, terminal);
          terminal.complain("nothing was recorded");
          terminal.advise(
              "make the schema what %s is, by  %s,  then again\nor change the files of %s"
                  .formatted(
                      nearest.version(),
                      chosen.command("sql") + " --admin",
                      chosen.track().label()));
        });
    return ExitCode.DIFFERS;
  }

  private static JsonObject json(boolean recorded, Version version, SelectedTarget chosen) {
    return chosen.json().put("recorded", recorded).put("version", version.toString());
  }

  private static CommandFailure hasHistory(Version current, SelectedTarget chosen) {
    return CommandFailure.failed(
        "%s has a history already, and is at %s; nothing was changed"
            .formatted(chosen.schema(), current),
        chosen.command("current"));
  }
}
