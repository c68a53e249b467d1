package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.migrate.Target;
import shareddb.names.DatabaseName;
import shareddb.names.SchemaName;
import shareddb.settings.Settings;
import shareddb.tenants.NoRegistry;
import shareddb.tenants.Registry;
import shareddb.tenants.Tenant;
import shareddb.tenants.TenantModule;
import shareddb.track.Track;

/** A database that somebody named, and what of a module's tracks is meant in it. */
record TypedDatabase(DatabaseName name, SchemaOption schema, Surroundings surroundings) {

  Aim aim(List<Track> tracks) throws SQLException {
    Optional<TenantModule> module =
        TypedTracks.tenantsOf(tracks.getFirst(), surroundings)
            .filter(tenants -> tenants.databases().isPresent())
            .filter(tenants -> tracks.contains(tenants.tenant()));
    return module.isPresent() ? ofTenants(module.get()) : new Aim.One(in(one(tracks)));
  }

  /** The row says in which schema and on which server; without a row, the name says the schema. */
  private Aim ofTenants(TenantModule module) throws SQLException {
    Settings settings = surroundings.settings();
    Registry registry = new Registry(settings, module);
    Optional<Tenant> tenant = schema.typed().isPresent() ? Optional.empty() : tenant(registry);
    if (tenant.isPresent()) {
      return new Aim.Tenants(new TenantFleet(settings, registry, List.of(tenant.get().name())));
    }
    SchemaName usual =
        module
            .databases()
            .flatMap(pattern -> pattern.tenant(name))
            .map(module::schemaOf)
            .orElse(module.sharedSchema());
    return new Aim.One(in(module.tenant(), usual));
  }

  private Optional<Tenant> tenant(Registry registry) throws SQLException {
    try {
      return registry.find(name);
    } catch (NoRegistry e) {
      return Optional.empty();
    }
  }

  private Chosen in(Track track) throws SQLException {
    return in(track, track.module().schema());
  }

  private Chosen in(Track track, SchemaName usual) throws SQLException {
    Settings settings = surroundings.settings();
    SchemaName wanted = schema.in(surroundings).map(SchemaName::new).orElse(usual);
    Chosen chosen =
        new Chosen(
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
