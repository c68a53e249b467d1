package shareddb.cli.selection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.base.names.TenantName;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.JsonObject;
import shareddb.cli.result.LostTenantsText;
import shareddb.cli.result.TenantText;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.fleet.target.FleetTarget;
import shareddb.tenants.fleet.target.FleetTargets;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;

/**
 * The tenants of a module, as targets of one track.
 *
 * @param only those that were named; none where all are meant
 */
public record TenantFleet(Settings settings, TenantRegistry registry, List<TenantName> only) {

  public Track track() {
    return registry.module().tenant();
  }

  /** Throws where one that was named is not there. */
  public FleetTargets members() throws SQLException {
    if (only.isEmpty()) {
      return registry.members();
    }
    List<FleetTarget> members = new ArrayList<>();
    for (TenantName name : only) {
      members.add(registry.member(tenant(name)));
    }
    return FleetTargets.of(members);
  }

  /** One of them, to be worked with as any schema is. */
  public SelectedTarget one(TenantName name) throws SQLException {
    return new SelectedTarget(settings, track(), registry.target(tenant(name)), Optional.of(name));
  }

  /** The same where it must be there. */
  public SelectedTarget whole(TenantName name) throws SQLException {
    FleetTarget member = registry.member(tenant(name));
    LostTenantsText lost =
        new LostTenantsText(
            registry.module(), FleetStatus.of(track(), FleetTargets.of(List.of(member))).lost());
    if (!lost.isEmpty()) {
      throw lost.failure();
    }
    return one(name);
  }

  public FleetOptions.Roles roles() {
    return registry.module().roles();
  }

  /** As it stands at the beginning of a line. */
  public String label() {
    return track().label();
  }

  /** A command on the same tenants, to be typed as it stands. */
  public String command(String name) {
    return "./db "
        + name
        + " "
        + track().label()
        + only.stream().map(one -> " --tenant " + one).collect(Collectors.joining());
  }

  /** Whether each tenant has a database of its own. */
  public boolean hasDatabases() {
    return registry.module().databases().isPresent();
  }

  /** A target's database, or its schema where all are in one database. */
  public String plain(Target target) {
    return hasDatabases() ? target.admin().database().value() : target.schema().value();
  }

  /** The same, as it stands in SQL. */
  public String quoted(Target target) {
    return hasDatabases() ? target.admin().database().quoted() : target.schema().quoted();
  }

  /** The beginning of every result. */
  public JsonObject json() {
    return new JsonObject().put("track", track().label());
  }

  private Tenant tenant(TenantName name) throws SQLException {
    return registry.find(name).orElseThrow(() -> TenantText.unknown(name, registry));
  }
}
