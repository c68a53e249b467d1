package shareddb.cli.command.fleet;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import shareddb.base.settings.Login;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.InterruptHandler;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.FleetRunOptions;
import shareddb.cli.option.JsonOption;
import shareddb.cli.selection.TenantFleet;
import shareddb.tenants.fleet.FleetDirection;
import shareddb.tenants.fleet.FleetDryRun;
import shareddb.tenants.fleet.FleetDryRunResult;
import shareddb.tenants.fleet.FleetPlan;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTargets;

/** An upgrade or a downgrade of tenants, for every command that starts one. */
public record FleetOperation(
    FleetDirection move,
    TenantFleet fleet,
    FleetRunOptions wishes,
    Duration patience,
    JsonOption json,
    CommandContext context) {

  /** Returns the version that a downgrade of tenants must name; fails if none was typed. */
  public static Version down(@Nullable Version version, TenantFleet fleet) {
    if (version == null) {
      throw CommandFailure.usage(
          "tenants may be at several versions: say to which one they go down",
          "%s --target VERSION     (%s  shows all)"
              .formatted(fleet.command("downgrade"), fleet.command("current")));
    }
    return version;
  }

  /** The failure of a command that a server has too few free connections for. */
  public static CommandFailure tooFew(FleetResult.TooFewConnections few, String again) {
    return CommandFailure.failed(
        ("the server at %s has %s of its %s connections free, and %s are needed; "
                + "nothing was changed")
            .formatted(few.server(), few.free(), few.max(), few.wanted()),
        again + " --connections " + Math.max(1, few.free() - 2));
  }

  public ExitCode run(DryRunOption dryRun) throws SQLException {
    if (!dryRun.wanted()) {
      return run();
    }
    return switch (dryRun.kind()) {
      case PRINT -> plan();
      case EXECUTE -> rehearse();
    };
  }

  /**
   * Prints the result before the process may end, so that the user who typed Ctrl-C sees how far
   * the run came.
   */
  private ExitCode run() throws SQLException {
    return InterruptHandler.during(() -> told(moved()));
  }

  private ExitCode told(FleetResult result) throws SQLException {
    boolean whole = new UnfinishedTenantsRun(this).after(result);
    ExitCode told = new FleetResultText(this).tell(result);
    return told == ExitCode.DONE && !whole ? ExitCode.FAILED : told;
  }

  private FleetResult moved() throws SQLException {
    FleetOptions options = options();
    FleetTargets members = fleet.members();
    Login journal = fleet.settings().admin();
    try (FleetProgress progress = progress()) {
      return move.run(journal, fleet.track(), members, options, progress);
    }
  }

  private ExitCode plan() throws SQLException {
    return switch (FleetPlan.of(fleet.track(), fleet.members(), move)) {
      case FleetPlan.Ended(FleetResult result) -> new FleetResultText(this).tell(result);
      case FleetPlan.Ways ways -> new FleetDryRunText(this).print(ways);
    };
  }

  private ExitCode rehearse() throws SQLException {
    return switch (trial()) {
      case FleetDryRunResult.Ended(FleetResult result) -> new FleetResultText(this).tell(result);
      case FleetDryRunResult.Tried tried -> new FleetDryRunText(this).print(tried);
    };
  }

  private FleetDryRunResult trial() throws SQLException {
    FleetTargets members = fleet.members();
    try (FleetProgress progress = progress()) {
      return FleetDryRun.run(fleet.track(), members, move, options(), wishes.sample(), progress);
    }
  }

  private FleetOptions options() {
    return wishes.options(fleet.roles(), patience);
  }

  private FleetProgress progress() {
    return new FleetProgress(command(), json.wanted(), context.terminal());
  }

  /** The command's word, as it is typed. */
  String command() {
    return move instanceof FleetDirection.Up ? "upgrade" : "downgrade";
  }

  /** The version that the targets are brought to. */
  Version goal() {
    return move.version(fleet.track().read());
  }

  /** The same command, to be typed again. */
  String again() {
    return fleet.command(command())
        + switch (move) {
          case FleetDirection.Up(var wanted) -> wanted.map(v -> " --target " + v).orElse("");
          case FleetDirection.Down(var downTo) -> " --target " + downTo;
        };
  }
}
