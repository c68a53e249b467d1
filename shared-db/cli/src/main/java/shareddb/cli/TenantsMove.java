package shareddb.cli;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import shareddb.fleet.FleetMove;
import shareddb.fleet.FleetOptions;
import shareddb.fleet.FleetPlan;
import shareddb.fleet.FleetRehearsal;
import shareddb.fleet.FleetResult;
import shareddb.fleet.FleetTrial;
import shareddb.fleet.Members;
import shareddb.settings.Login;
import shareddb.track.Version;

/** An upgrade or a downgrade of tenants, whichever command it was typed as. */
record TenantsMove(
    FleetMove move,
    TenantFleet fleet,
    FleetWishes wishes,
    Duration patience,
    JsonOption json,
    Surroundings surroundings) {

  /** Down to a version that was typed. */
  static Version down(@Nullable Version version, TenantFleet fleet) {
    if (version == null) {
      throw CommandFailure.usage(
          "tenants may be at several versions: say to which one they go down",
          "%s --target VERSION     (%s  shows all)"
              .formatted(fleet.command("downgrade"), fleet.command("current")));
    }
    return version;
  }

  ExitCode run(DryRunOption dryRun) throws SQLException {
    if (!dryRun.wanted()) {
      return run();
    }
    return switch (dryRun.kind()) {
      case PRINT -> plan();
      case EXECUTE -> rehearse();
    };
  }

  /** Told before the process may end: whoever typed Ctrl-C hears how far it came. */
  private ExitCode run() throws SQLException {
    return Interruption.during(() -> told(moved()));
  }

  private ExitCode told(FleetResult result) throws SQLException {
    boolean whole = new TenantsFinished(this).after(result);
    ExitCode told = new TenantsMoved(this).tell(result);
    return told == ExitCode.DONE && !whole ? ExitCode.FAILED : told;
  }

  private FleetResult moved() throws SQLException {
    FleetOptions options = options();
    Members members = fleet.members();
    Login journal = fleet.settings().admin();
    try (TenantsProgress progress = progress()) {
      return move.run(journal, fleet.track(), members, options, progress);
    }
  }

  private ExitCode plan() throws SQLException {
    return switch (FleetPlan.of(fleet.track(), fleet.members(), move)) {
      case FleetPlan.Ended(FleetResult result) -> new TenantsMoved(this).tell(result);
      case FleetPlan.Ways ways -> new TenantsDryRun(this).print(ways);
    };
  }

  private ExitCode rehearse() throws SQLException {
    return switch (trial()) {
      case FleetTrial.Ended(FleetResult result) -> new TenantsMoved(this).tell(result);
      case FleetTrial.Tried tried -> new TenantsDryRun(this).print(tried);
    };
  }

  private FleetTrial trial() throws SQLException {
    Members members = fleet.members();
    try (TenantsProgress progress = progress()) {
      return FleetRehearsal.run(fleet.track(), members, move, options(), wishes.sample(), progress);
    }
  }

  private FleetOptions options() {
    return wishes.options(fleet.roles(), patience);
  }

  private TenantsProgress progress() {
    return new TenantsProgress(command(), json.wanted(), surroundings.terminal());
  }

  /** As it is typed. */
  String command() {
    return move instanceof FleetMove.Up ? "upgrade" : "downgrade";
  }

  /** Where it goes. */
  Version goal() {
    return move.version(fleet.track().read());
  }

  /** The same command, to be typed again. */
  String again() {
    return fleet.command(command())
        + switch (move) {
          case FleetMove.Up(var wanted) -> wanted.map(v -> " --target " + v).orElse("");
          case FleetMove.Down(var downTo) -> " --target " + downTo;
        };
  }
}
