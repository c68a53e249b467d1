package shareddb.tenants.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import shareddb.base.names.ModuleName;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import shareddb.base.names.TenantName;
import shareddb.base.track.Track;
import shareddb.base.track.TrackDatabase;
import shareddb.base.track.TrackDatabase.EachTenants;
import shareddb.base.track.Workshop;
import shareddb.base.track.WorkshopModule;
import shareddb.tenants.fleet.run.FleetOptions;

/**
 * A module that has tenants.
 *
 * @param shared the track of the schema that all tenants share, which has the registry in it
 * @param tenant the track of each tenant's schema
 * @param types the folder that has one folder of seeds for each type of tenant
 * @param databases the names of the tenants' databases; empty if tenants have no databases of their
 *     own
 */
public record TenantModule(
    Track shared, Track tenant, Path types, Optional<EachTenants> databases) {

  /** The name of the track of the shared schema. */
  public static final String SHARED = "shared";

  public static final String TENANT = "tenant";

  /** Empty if the module does not have both tracks. */
  public static Optional<TenantModule> of(WorkshopModule module) {
    Optional<Track> tenant = part(module, TENANT);
    return part(module, SHARED)
        .flatMap(
            shared ->
                tenant.map(
                    each ->
                        new TenantModule(
                            shared, each, module.folder().resolve("types"), databases(each))));
  }

  private static Optional<EachTenants> databases(Track tenant) {
    return switch (tenant.database()) {
      case EachTenants each -> Optional.of(each);
      case TrackDatabase.Workshops ignored -> Optional.empty();
      // Such a track gives no name for each tenant's database.
      case TrackDatabase.Named ignored -> Optional.empty();
      case TrackDatabase.Unclear ignored -> Optional.empty();
    };
  }

  public static List<TenantModule> in(Workshop workshop) {
    return workshop.modules().stream().flatMap(module -> of(module).stream()).toList();
  }

  public ModuleName name() {
    return shared.module();
  }

  /** The shared schema, which has the registry in it. */
  public SchemaName sharedSchema() {
    return name().schema();
  }

  /** The role that the module's API logs in as. */
  public RoleName api() {
    return RoleName.apiOf(sharedSchema());
  }

  /**
   * How its API uses the tenants' roles: it logs in as each if each has a database of its own, else
   * it takes one role for each transaction.
   */
  public FleetOptions.Roles roles() {
    return databases.isPresent()
        ? new FleetOptions.Roles.LoggedInAs()
        : new FleetOptions.Roles.Taken(Optional.of(api()));
  }

  /** {@code 03_tenant_acme}. */
  public SchemaName schemaOf(TenantName name) {
    return new SchemaName(prefix() + name);
  }

  /** The schema that keeps the rows left behind by a relocated tenant: {@code 03_moved_acme}. */
  public SchemaName retiredSchemaOf(TenantName name) {
    return new SchemaName(name().value().substring(0, 2) + "_moved_" + name);
  }

  /** Whether only a tenant of this module has a schema of such a name. */
  public boolean couldOwn(SchemaName schema) {
    return schema.value().startsWith(prefix());
  }

  /** The prefix that only the names of this module's tenant schemas have. */
  public String prefix() {
    return name().tenantPrefix();
  }

  private static Optional<Track> part(WorkshopModule module, String name) {
    return module.tracks().stream()
        .filter(track -> track.part().equals(Optional.of(name)))
        .findFirst();
  }
}
