package shareddb.cli.selection;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandFailure;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.migrate.journal.JournalState;
import shareddb.migrate.journal.RunJournal;
import shareddb.migrate.journal.RunTarget;

/**
 * The last run on the tenants of a module, which was an upgrade: its tenants, by the versions that
 * they had before.
 */
public record LastWave(FleetRunEntry run, List<Part> parts) {

  /** The tenants of the run that were at one version. */
  public record Part(TenantFleet fleet, Version before) {}

  /** Fails if the last run is no upgrade, or still runs. */
  public static LastWave of(TenantFleet fleet) throws SQLException {
    RunJournal journal = new RunJournal(fleet.settings().admin());
    FleetRunEntry run =
        journal.newest(fleet.track(), 1).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    CommandFailure.failed(
                        "no run has moved the tenants of " + fleet.label(),
                        fleet.command("current")));
    refuse(run);
    List<Part> parts =
        journal.targets(run.id()).stream()
            .filter(target -> target.from().compareTo(run.to()) < 0)
            .map(RunTarget::from)
            .distinct()
            .sorted(Comparator.naturalOrder())
            .map(from -> new Part(fleet.where(TenantFilter.ofRun(run.id(), from.toString())), from))
            .toList();
    return new LastWave(run, parts);
  }

  private static void refuse(FleetRunEntry run) {
    if (!run.operation().equals("upgrade")) {
      throw CommandFailure.failed(
          "the last run is %d, %s to %s: there is no upgrade to take back; nothing was changed"
              .formatted(run.id(), run.operation(), run.to()),
          "./db tenants run "
              + run.id()
              + "     shows it\n"
              + "of an earlier one:  ./db tenants downgrade --where run=NUMBER --target VERSION");
    }
    if (run.state() == JournalState.RUNNING) {
      throw CommandFailure.failed(
          "run %d still works on these tenants; nothing was changed".formatted(run.id()),
          "./db tenants run " + run.id() + "     shows how far it is");
    }
  }
}
