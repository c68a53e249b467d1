package shareddb.cli;

import java.sql.SQLException;
import java.time.Duration;
import shareddb.fleet.FleetMove;
import shareddb.fleet.FleetOptions;
import shareddb.fleet.FleetPlan;
import shareddb.fleet.FleetRehearsal;
import shareddb.fleet.FleetResult;
import shareddb.fleet.FleetTrial;
import shareddb.fleet.Members;
import shareddb.settings.Login;
import shareddb.track.Version;

/**
 * An upgrade or a downgrade of tenants, whichever command it was typed as.
 *
 * @param command as it is typed: upgrade or downgrade
 */
record TenantsMove(
    String command,
    FleetMove move,
    TenantFleet fleet,
    FleetWishes wishes,
    Duration patience,
    JsonOption json,
    Surroundings surroundings) {

  ExitCode run(DryRunOption dryRun) throws SQLException {
    if (!dryRun.wanted()) {
      return run();
    }
    return switch (dryRun.kind()) {
      case PRINT -> plan();
      case EXECUTE -> rehearse();
    };
  }

  @SuppressWarnings("try") // what is told comes after the line, and before the end
  ExitCode run() throws SQLException {
    Members members = fleet.members();
    Login journal = fleet.settings().admin();
    try (Interruption interruption = Interruption.ofThisThread();
        TenantsProgress progress = progress()) {
      FleetResult result = move.run(journal, fleet.track(), members, options(), progress);
      progress.close();
      return new TenantsMoved(this).tell(result);
    }
  }

  private ExitCode plan() throws SQLException {
    return switch (FleetPlan.of(fleet.track(), fleet.members(), move)) {
      case FleetPlan.Ended(FleetResult result) -> new TenantsMoved(this).tell(result);
      case FleetPlan.Ways ways -> new TenantsDryRun(this).print(ways);
    };
  }

  @SuppressWarnings("try") // what is told comes after the line
  private ExitCode rehearse() throws SQLException {
    Members members = fleet.members();
    try (TenantsProgress progress = progress()) {
      FleetTrial trial =
          FleetRehearsal.run(fleet.track(), members, move, options(), wishes.sample(), progress);
      progress.close();
      return switch (trial) {
        case FleetTrial.Ended(FleetResult result) -> new TenantsMoved(this).tell(result);
        case FleetTrial.Tried tried -> new TenantsDryRun(this).print(tried);
      };
    }
  }

  private FleetOptions options() {
    return wishes.options(fleet.roles(), patience);
  }

  private TenantsProgress progress() {
    return new TenantsProgress(command, json.wanted(), surroundings.terminal());
  }

  /** Where it goes. */
  Version goal() {
    return move.version(fleet.track().read());
  }

  /** The same command, to be typed again. */
  String again() {
    return fleet.command(command)
        + switch (move) {
          case FleetMove.Up(var wanted) -> wanted.map(v -> " --target " + v).orElse("");
          case FleetMove.Down(var downTo) -> " --target " + downTo;
        };
  }
}
