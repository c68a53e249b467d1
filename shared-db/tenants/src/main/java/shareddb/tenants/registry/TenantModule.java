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
 * @param shared makes the schema that all of them share, with the registry in it
 * @param tenant makes each tenant's own
 * @param types a folder for each kind of tenant, with what a new one begins with
 * @param databases how the tenants' own are named, where each has one
 */
public record TenantModule(
    Track shared, Track tenant, Path types, Optional<EachTenants> databases) {

  /** How the two tracks are called. */
  public static final String SHARED = "shared";

  public static final String TENANT = "tenant";

  /** Nothing where the module has not both tracks. */
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
      // A track that says nothing sound of its databases is read by nobody.
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

  /** The schema with the registry in it. */
  public SchemaName sharedSchema() {
    return name().schema();
  }

  /** The role that the module's API logs in as; it takes a tenant's role for each transaction. */
  public RoleName api() {
    return RoleName.apiOf(sharedSchema());
  }

  /** What its API does with the tenants' roles. */
  public FleetOptions.Roles roles() {
    return databases.isPresent()
        ? new FleetOptions.Roles.LoggedInAs()
        : new FleetOptions.Roles.Taken(Optional.of(api()));
  }

  /** {@code 03_tenant_acme}. */
  public SchemaName schemaOf(TenantName name) {
    return new SchemaName(prefix() + name);
  }

  /** Where what is left of a tenant that has moved is kept: {@code 03_moved_acme}. */
  public SchemaName retiredSchemaOf(TenantName name) {
    return new SchemaName(name().value().substring(0, 2) + "_moved_" + name);
  }

  /** Whether only a tenant of this module has a schema of such a name. */
  public boolean couldOwn(SchemaName schema) {
    return schema.value().startsWith(prefix());
  }

  /** How the names of its tenants' schemas begin, and of nobody else's. */
  public String prefix() {
    return name().tenantPrefix();
  }

  private static Optional<Track> part(WorkshopModule module, String name) {
    return module.tracks().stream()
        .filter(track -> track.part().equals(Optional.of(name)))
        .findFirst();
  }
}
