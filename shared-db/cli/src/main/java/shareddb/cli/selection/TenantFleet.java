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
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.JsonObject;
import shareddb.cli.result.LostTenantsText;
import shareddb.cli.result.TenantText;
import shareddb.migrate.journal.RunJournal;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.provision.UnfinishedTenants;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;

/**
 * The tenants of a module, as targets of one track.
 *
 * @param only the tenants that the user named, or empty for all
 * @param where the condition that the user typed; empty for all
 */
public record TenantFleet(
    Settings settings,
    TenantRegistry registry,
    List<TenantName> only,
    Optional<TenantFilter> where) {

  public TenantFleet(Settings settings, TenantRegistry registry, List<TenantName> only) {
    this(settings, registry, only, Optional.empty());
  }

  /** The tenants of the module that a condition selects. */
  public TenantFleet where(TenantFilter filter) {
    return new TenantFleet(settings, registry, List.of(), Optional.of(filter));
  }

  /** Returns whether these are all tenants of the module. */
  public boolean isWhole() {
    return only.isEmpty() && where.isEmpty();
  }

  public Track track() {
    return registry.module().tenant();
  }

  /** Returns the targets; fails if a named tenant does not exist. */
  public FleetTargets members() throws SQLException {
    if (where.isPresent()) {
      return selected(where.get());
    }
    if (only.isEmpty()) {
      return registry.members();
    }
    List<FleetTarget> members = new ArrayList<>();
    for (TenantName name : only) {
      members.add(registry.member(tenant(name)));
    }
    return FleetTargets.of(members);
  }

  private FleetTargets selected(TenantFilter filter) throws SQLException {
    FleetTargets selected = registry.members(filter.condition(new RunJournal(settings.admin())));
    if (selected.all().isEmpty()) {
      throw CommandFailure.failed(
          "no tenant of %s has %s; nothing was done".formatted(label(), filter.text()),
          "./db tenants list --module " + registry.module().name());
    }
    return selected;
  }

  /** Returns the tenants that are provisioning or failed; none if the user named tenants. */
  public List<TenantName> unfinished() throws SQLException {
    return isWhole() ? UnfinishedTenants.names(registry) : List.of();
  }

  /** Returns one tenant's target, for a command that works on one schema. */
  public SelectedTarget one(TenantName name) throws SQLException {
    return new SelectedTarget(settings, track(), registry.target(tenant(name)), Optional.of(name));
  }

  /** Returns one tenant's target; fails if its schema, role or database is lost. */
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

  /** The name of the tenants' track. */
  public String label() {
    return track().label();
  }

  /** Another command for the same tenants, as the user can type it. */
  public String command(String name) {
    if (where.isPresent()) {
      return "./db tenants %s --module %s --where %s"
          .formatted(
              name.equals("current") ? "status" : name,
              registry.module().name(),
              where.get().text());
    }
    return "./db "
        + name
        + " "
        + track().label()
        + only.stream().map(one -> " --tenant " + one).collect(Collectors.joining());
  }

  /** Returns whether each tenant has its own database. */
  public boolean hasDatabases() {
    return registry.module().databases().isPresent();
  }

  /** The name of the target's database, or of its schema if all tenants are in one database. */
  public String plain(Target target) {
    return hasDatabases() ? target.admin().database().value() : target.schema().value();
  }

  /** The same name, quoted for SQL. */
  public String quoted(Target target) {
    return hasDatabases() ? target.admin().database().quoted() : target.schema().quoted();
  }

  /** The first fields of every JSON result. */
  public JsonObject json() {
    return new JsonObject().put("track", track().label());
  }

  private Tenant tenant(TenantName name) throws SQLException {
    return registry.find(name).orElseThrow(() -> TenantText.unknown(name, registry));
  }
}
