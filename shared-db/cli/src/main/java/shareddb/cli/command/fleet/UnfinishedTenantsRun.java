package shareddb.cli.command.fleet;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shareddb.base.names.TenantName;
import shareddb.cli.output.CountText;
import shareddb.cli.output.Terminal;
import shareddb.tenants.fleet.FleetDirection;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.provision.UnfinishedTenants;

/** Completes tenants whose creation was stopped. It follows an upgrade of all tenants. */
record UnfinishedTenantsRun(FleetOperation asked) {

  /**
   * Returns whether all of them are complete now, except those that the upgrade itself has
   * reported.
   */
  boolean after(FleetResult result) throws SQLException {
    return switch (result) {
      case FleetResult.NothingToDo nothing -> finish(List.of());
      // The server stopped answering: the next run completes these tenants.
      case FleetResult.Done(FleetResult.Tally tally) when tally.unknown() > 0 -> true;
      case FleetResult.Done(FleetResult.Tally tally) ->
          finish(tally.failed().stream().map(failed -> failed.member().label()).toList());
      case FleetResult.Stopped stopped -> true;
      case FleetResult.Interrupted interrupted -> true;
      case FleetResult.Occupied occupied -> true;
      case FleetResult.TooFewConnections few -> true;
      case FleetResult.UnknownVersion unknown -> true;
      case FleetResult.NoUndoScript none -> true;
    };
  }

  private boolean finish(List<String> told) throws SQLException {
    if (!(asked.move() instanceof FleetDirection.Up(var wanted))
        || wanted.isPresent()
        || !asked.fleet().isWhole()) {
      return true;
    }
    UnfinishedTenants.Finished finished =
        new UnfinishedTenants(asked.fleet().registry(), asked.patience()).finish();
    Map<TenantName, String> failed = new TreeMap<>(finished.failed());
    failed.keySet().removeIf(name -> told.contains(name.value()));
    if (asked.json().wanted()) {
      print(finished.whole(), failed);
    } else {
      tell(finished.whole(), failed);
    }
    return failed.isEmpty();
  }

  private void tell(List<TenantName> whole, Map<TenantName, String> failed) {
    Terminal terminal = asked.context().terminal();
    if (!whole.isEmpty()) {
      terminal.print(
          CountText.of(whole.size(), "tenant")
              + " whose making had been stopped, active now: "
              + whole.stream().map(TenantName::value).collect(Collectors.joining(", ")));
      terminal.note("their keys were never shown:  ./db tenants rotate-key " + newKeys(whole));
    }
    failed.forEach(
        (name, why) -> {
          terminal.complain("tenant " + name + " could not be made: " + why);
          terminal.advise("./db tenants resume " + name);
        });
  }

  /** The names for the command that makes new keys. One key is shown; several go into a file. */
  private static String newKeys(List<TenantName> whole) {
    String names = whole.stream().map(TenantName::value).collect(Collectors.joining(" "));
    return names + (whole.size() == 1 ? "" : " --keys keys.csv");
  }

  private void print(List<TenantName> whole, Map<TenantName, String> failed) {
    Terminal terminal = asked.context().terminal();
    whole.forEach(name -> terminal.print(FleetJson.named("finished").put("tenant", name.value())));
    failed.forEach(
        (name, why) ->
            terminal.print(
                FleetJson.named("unfinished").put("tenant", name.value()).put("reason", why)));
  }
}
