package shareddb.cli.command.relocate;

import java.sql.SQLException;
import java.util.Optional;
import shareddb.cli.command.CommandFailure;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.TenantPlace;
import shareddb.tenants.relocate.registry.RegistryTransition;

/**
 * Refuses options of a relocation that contradict each other, or that have no meaning for its two
 * modules.
 */
record RelocationOptionCheck(RelocationPlaces places) {

  /** Runs before anything is changed, so that no option is ignored without a message. */
  void refuse() {
    RelocationOptions options = places.options();
    RelocationModule destination = places.destination();
    if (options.all()) {
      refuse(options.project().isPresent(), "--project", "--all is every project");
      refuse(options.tenant().isPresent(), "--tenant", "--all names each tenant by its project");
      refuse(options.domain().isPresent(), "--domain", "--all names each domain by its project");
    }
    if (places.source() instanceof RelocationModule.OfTenants) {
      refuse(options.domain().isPresent(), "--domain", "a tenant keeps its domain when it moves");
      refuse(options.keys().isPresent(), "--keys", "a tenant keeps its key when it moves");
      refuse(
          options.project().isPresent() && destination instanceof RelocationModule.OfTenants,
          "--project",
          "there are projects in neither module");
    }
    refuse(
        options.server().typed().isPresent() && !destination.hasDatabases(),
        "--server",
        "no server can be chosen: who is in %s is in the workshop's database"
            .formatted(destination.name()));
  }

  /**
   * Refuses another domain or server if an earlier relocation to this place was stopped: it
   * continues with the values of that one.
   */
  void refuseElsewhere(RelocationPlace to) throws SQLException {
    if (to instanceof TenantPlace place
        && RegistryTransition.comesFrom(place.registry(), place.tenant()).isPresent()) {
      Tenant there = place.tenant();
      places
          .options()
          .domain()
          .filter(domain -> !domain.equals(there.domain()))
          .ifPresent(domain -> waits(place, "--domain", there.domain()));
      Optional<String> server = there.database().map(own -> own.server().value());
      places
          .options()
          .server()
          .typed()
          .filter(name -> !server.equals(Optional.of(name)))
          .ifPresent(name -> waits(place, "--server", "server " + server.orElse("")));
    }
  }

  private static void waits(TenantPlace place, String option, String where) {
    throw CommandFailure.failed(
        "an earlier move was stopped, and %s waits at %s; nothing was changed"
            .formatted(place.label(), where),
        "the same command without %s goes on there; with --abort, what has come is taken away"
            .formatted(option));
  }

  private static void refuse(boolean isSo, String option, String why) {
    if (isSo) {
      throw CommandFailure.usage(
          why + "; nothing was changed", "type the same command without " + option);
    }
  }
}
