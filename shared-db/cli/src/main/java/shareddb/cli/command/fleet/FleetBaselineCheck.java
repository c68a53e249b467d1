package shareddb.cli.command.fleet;

import java.sql.SQLException;
import java.util.Optional;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.WaitOption;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.selection.TenantFleet;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.tenants.fleet.FleetBaseline;
import shareddb.tenants.fleet.FleetBaselineResult;
import shareddb.tenants.fleet.survey.FleetShapes;

/**
 * Takes over the schemas of tenants that have no history: says which shapes there are, and records
 * the histories of those that are a version of the track.
 */
public record FleetBaselineCheck(TenantFleet fleet, JsonOption json, CommandContext context) {

  public ExitCode run(DryRunOption dryRun) throws SQLException {
    FleetShapes shapes =
        ProgressLine.during(
            "comparing all tenants with each version of their track",
            context.terminal(),
            progress -> FleetShapes.of(fleet.track(), fleet.members()));
    FleetBaselineText text = new FleetBaselineText(fleet, shapes, json, context.terminal());
    if (dryRun.wanted()) {
      return text.dryRun();
    }
    FleetBaselineResult result =
        ProgressLine.during(
            "recording the histories",
            context.terminal(),
            progress ->
                FleetBaseline.run(
                    fleet.settings().admin(), fleet.track(), shapes, WaitOption.USUAL));
    return switch (result) {
      case FleetBaselineResult.Done done -> text.done(done);
      case FleetBaselineResult.Occupied(Optional<FleetRunEntry> run) ->
          throw CommandFailure.failed(
              run.map(FleetRunText::who).orElse("another run works on these tenants")
                  + "; nothing was changed",
              fleet.command("baseline"));
    };
  }
}
