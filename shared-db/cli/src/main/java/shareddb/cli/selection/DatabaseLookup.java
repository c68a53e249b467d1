package shareddb.cli.selection;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.SchemaOption;
import shareddb.tenants.registry.MissingRegistry;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;

/** Finds the target for a database that the user named. */
record DatabaseLookup(DatabaseName name, SchemaOption schema, CommandContext context) {

  Selection aim(List<Track> tracks) throws SQLException {
    Optional<TenantModule> module =
        TrackLookup.tenantsOf(tracks.getFirst(), context)
            .filter(tenants -> tenants.databases().isPresent())
            .filter(tenants -> tracks.contains(tenants.tenant()));
    return module.isPresent() ? ofTenants(module.get()) : new Selection.One(in(one(tracks)));
  }

  /**
   * Finds the tenant of this database by its registry row, which names schema and server. Without a
   * row, the schema follows from the database's name.
   */
  private Selection ofTenants(TenantModule module) throws SQLException {
    Settings settings = context.settings();
    TenantRegistry registry = new TenantRegistry(settings, module);
    Optional<Tenant> tenant = schema.typed().isPresent() ? Optional.empty() : tenant(registry);
    if (tenant.isPresent()) {
      return new Selection.Tenants(
          new TenantFleet(settings, registry, List.of(tenant.get().name())));
    }
    SchemaName usual =
        module
            .databases()
            .flatMap(pattern -> pattern.tenant(name))
            .map(module::schemaOf)
            .orElse(module.sharedSchema());
    return new Selection.One(in(module.tenant(), usual));
  }

  private Optional<Tenant> tenant(TenantRegistry registry) throws SQLException {
    try {
      return registry.find(name);
    } catch (MissingRegistry e) {
      return Optional.empty();
    }
  }

  private SelectedTarget in(Track track) throws SQLException {
    return in(track, track.module().schema());
  }

  private SelectedTarget in(Track track, SchemaName usual) throws SQLException {
    Settings settings = context.settings();
    SchemaName wanted = schema.in(context).map(SchemaName::new).orElse(usual);
    SelectedTarget chosen =
        new SelectedTarget(
            settings, track, new Target(settings.admin().to(name), wanted, track.apiRole(wanted)));
    MissingDatabase.refuseMistyped(chosen);
    return chosen;
  }

  private Track one(List<Track> tracks) {
    if (tracks.size() > 1) {
      throw CommandFailure.usage(
          tracks.getFirst().module() + " has several tracks, and --database is for one",
          "say which:  --track " + tracks.getFirst().part().orElse("PART"));
    }
    return tracks.getFirst();
  }
}
