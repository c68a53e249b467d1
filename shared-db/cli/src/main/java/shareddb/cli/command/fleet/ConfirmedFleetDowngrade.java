package shareddb.cli.command.fleet;

import java.sql.SQLException;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.TenantSnapshotOption;
import shareddb.cli.option.YesOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.SnapshotText;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.snapshot.SnapshotReason;
import shareddb.migrate.snapshot.SnapshotResult;
import shareddb.migrate.snapshot.TakeSnapshot;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.tenants.fleet.FleetPlan;
import shareddb.tenants.fleet.targets.FleetTarget;

/**
 * A downgrade of tenants: says first which rows would be lost, and keeps snapshots if the user
 * wants them.
 */
public record ConfirmedFleetDowngrade(
    FleetOperation move, Version downTo, TenantSnapshotOption snapshots, YesOption yes) {

  public ExitCode run(DryRunOption dryRun) throws SQLException {
    if (!dryRun.wanted()
        && FleetPlan.of(move.fleet().track(), move.fleet().members(), move.move())
            instanceof FleetPlan.Ways ways) {
      FleetDowngradeLoss loss =
          FleetDowngradeLoss.of(move.fleet().track(), ways, downTo, move.patience());
      if (!loss.isEmpty()) {
        if (loss.isKnown() ? !confirmed(loss) : !noted(loss)) {
          return YesOption.refused(move.context().terminal(), move.json());
        }
        if (snapshots.wanted()) {
          keep(loss);
        }
      }
    }
    return move.run(dryRun);
  }

  /** Only notes the loss if it is unknown, as for one schema: the user is not asked about it. */
  private boolean noted(FleetDowngradeLoss loss) {
    move.context().terminal().note("note: of " + move.fleet().label() + ":" + loss.lines());
    return true;
  }

  private boolean confirmed(FleetDowngradeLoss loss) {
    String what =
        "the downgrade drops, from %s:%s\n(%s)"
            .formatted(
                move.fleet().label(),
                loss.lines(),
                snapshots.wanted()
                    ? "a snapshot of each of these tenants is kept"
                    : "no snapshot is kept; --snapshot keeps one of each of these tenants");
    String again = move.again() + (snapshots.wanted() ? " --snapshot" : "");
    boolean confirmed = yes.confirms(what, what + "\nGo on?", again, move.context());
    if (confirmed && !move.context().terminal().canAsk()) {
      move.context().terminal().note("note: " + what);
    }
    return confirmed;
  }

  /** Takes the snapshots before anything is changed. Rows written after that are not in them. */
  private void keep(FleetDowngradeLoss loss) throws SQLException {
    Terminal terminal = move.context().terminal();
    String kept = "kept the rows of " + CountText.of(loss.members().size(), "tenant");
    for (FleetTarget member : loss.members()) {
      keep(member);
    }
    terminal.note(
        "%s; to get back one of them:  %s --at-its-version"
            .formatted(kept, restore(loss.members().getFirst())));
  }

  private void keep(FleetTarget member) throws SQLException {
    SnapshotResult result =
        TakeSnapshot.automatic(
            SnapshotText.store(move.context()),
            move.fleet().track(),
            member.target(),
            SnapshotReason.DOWNGRADE,
            RowsProgress.SILENT);
    if (result instanceof SnapshotResult.Busy(Blocker holder)) {
      throw CommandFailure.failed(
          "no snapshot of tenant %s could be taken: %s works on it; no tenant was changed"
              .formatted(member, holder.who()),
          move.again() + " --snapshot");
    }
  }

  private String restore(FleetTarget member) {
    return "./db restore " + move.fleet().track().label() + " --tenant " + member.label();
  }
}
