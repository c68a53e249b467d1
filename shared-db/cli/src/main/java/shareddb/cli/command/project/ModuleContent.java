package shareddb.cli.command.project;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import shareddb.base.jdbc.Query;
import shareddb.base.names.ModuleName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.WorkshopModule;
import shareddb.cli.blueprint.ModuleFiles;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.migrate.overview.TargetOverview;
import shareddb.migrate.overview.TargetStatus;
import shareddb.migrate.snapshot.RowCount;
import shareddb.tenants.registry.MissingRegistry;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;

/**
 * All that belongs to a module: its files, its tenants, and its schemas with their copies.
 *
 * @param registry the registry of its tenants, if it has one
 * @param schemas the schemas that belong to no tenant of the registry
 */
record ModuleContent(
    ModuleFiles files,
    Optional<TenantRegistry> registry,
    List<SchemaRows> tenants,
    List<SchemaRows> schemas) {

  /**
   * One schema, with the number of its rows.
   *
   * @param owner the tenant that it belongs to
   * @param rows empty if they could not be counted in time
   */
  record SchemaRows(SelectedTarget chosen, Optional<Tenant> owner, OptionalLong rows) {

    static SchemaRows of(SelectedTarget chosen, Optional<Tenant> owner) throws SQLException {
      try (Connection connection =
          chosen.target().admin().withSession("statement_timeout=20s").connect()) {
        return new SchemaRows(
            chosen, owner, OptionalLong.of(RowCount.of(connection, chosen.target())));
      } catch (SQLException e) {
        return switch (String.valueOf(e.getSQLState())) {
          case NO_SUCH_DATABASE -> new SchemaRows(chosen, owner, OptionalLong.of(0));
          case CANCELLED, NO_LOCK -> new SchemaRows(chosen, owner, OptionalLong.empty());
          default -> throw e;
        };
      }
    }
  }

  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String CANCELLED = "57014";
  private static final String NO_LOCK = "55P03";

  /** Reads it, also for a module whose folder is gone. */
  static ModuleContent of(ModuleName name, CommandContext context) throws SQLException {
    ModuleFiles files = new ModuleFiles(context.root(), name);
    WorkshopModule module = WorkshopModule.at(files.folder());
    Settings settings = context.settings();
    Optional<TenantRegistry> registry =
        TenantModule.of(module).map(known -> new TenantRegistry(settings, known));
    List<SchemaRows> tenants = new ArrayList<>();
    if (registry.isPresent()) {
      for (Tenant tenant : registered(registry.get())) {
        tenants.add(
            SchemaRows.of(
                new SelectedTarget(
                    settings,
                    registry.get().module().tenant(),
                    registry.get().target(tenant),
                    Optional.of(tenant.name())),
                Optional.of(tenant)));
      }
    }
    List<SchemaRows> schemas = new ArrayList<>();
    for (SelectedTarget chosen : schemas(module, files, context)) {
      if (tenants.stream().noneMatch(of -> of.chosen().target().equals(chosen.target()))) {
        schemas.add(SchemaRows.of(chosen, Optional.empty()));
      }
    }
    return new ModuleContent(files, registry, List.copyOf(tenants), List.copyOf(schemas));
  }

  /** Tenants that were relocated to another module are left to it. */
  private static List<Tenant> registered(TenantRegistry registry) throws SQLException {
    List<Tenant> tenants = new ArrayList<>();
    try {
      registry.each(Optional.empty(), tenants::add);
    } catch (MissingRegistry none) {
      return List.of();
    }
    tenants.removeIf(tenant -> tenant.status() == TenantStatus.MOVED);
    return tenants;
  }

  private static List<SelectedTarget> schemas(
      WorkshopModule module, ModuleFiles files, CommandContext context) throws SQLException {
    Settings settings = context.settings();
    List<Track> tracks = new ArrayList<>(context.workshop().tracks());
    if (!files.hasFolder()) {
      tracks.addAll(module.tracks());
    }
    List<SelectedTarget> schemas = new ArrayList<>();
    for (TargetStatus status : TargetOverview.of(settings.admin(), tracks)) {
      Optional<Track> track = track(status, module, files);
      if (track.isPresent()) {
        refuseUnread(status, module);
        Target target = Target.of(settings.admin(), track.get(), status.schema());
        if (!status.history().rows().isEmpty() || exists(target)) {
          schemas.add(new SelectedTarget(settings, track.get(), target));
        }
      }
    }
    return schemas;
  }

  /** Without a folder there are no scripts to compare: then the names of the schemas decide. */
  private static Optional<Track> track(
      TargetStatus status, WorkshopModule module, ModuleFiles files) {
    boolean tenants =
        status.track().isEmpty()
            && !files.hasFolder()
            && status.schema().value().startsWith(module.name().tenantPrefix());
    return tenants
        ? Optional.of(module.tracks().getFirst())
        : status.track().filter(track -> track.module().equals(module.name()));
  }

  private static void refuseUnread(TargetStatus status, WorkshopModule module) {
    if (status.unseen().isPresent()) {
      throw CommandFailure.failed(
          "%s could not be read; nothing was changed: %s"
              .formatted(status.schema().quoted(), status.unseen().get()),
          "./db new --remove " + module.name() + "     once it can be");
    }
  }

  private static boolean exists(Target target) throws SQLException {
    String sql = "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = ?)";
    SchemaName schema = target.schema();
    try (Connection connection = target.admin().connect()) {
      return Query.of(connection, sql, schema.value()).isTrue();
    } catch (SQLException e) {
      if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  boolean isEmpty() {
    return tenants.isEmpty() && schemas.isEmpty() && !files.hasFolder() && files.lists().isEmpty();
  }
}
