package shareddb.cli.command.relocate;

import java.util.List;
import java.util.stream.Stream;
import shareddb.base.settings.Settings;
import shareddb.base.track.WorkshopModule;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.relocate.place.ProjectModule;

/** A module from which or to which a tenant is relocated. */
sealed interface RelocationModule {

  String name();

  /** Returns whether each tenant has its own database, on one of several servers. */
  boolean hasDatabases();

  /** A module whose tenants are rows in shared tables. */
  record OfProjects(ProjectModule projects) implements RelocationModule {

    @Override
    public String name() {
      return projects.track().module().value();
    }

    @Override
    public boolean hasDatabases() {
      return false;
    }
  }

  /** A module whose tenants each have their own schema or database. */
  record OfTenants(TenantRegistry registry) implements RelocationModule {

    @Override
    public String name() {
      return registry.module().name().value();
    }

    @Override
    public boolean hasDatabases() {
      return registry.module().databases().isPresent();
    }
  }

  static RelocationModule find(String typed, CommandContext context) {
    Settings settings = context.settings();
    List<RelocationModule> all =
        context.workshop().modules().stream().flatMap(m -> side(m, settings)).toList();
    List<RelocationModule> found =
        all.stream().filter(side -> side.name().startsWith(typed)).toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw CommandFailure.usage(
        (found.isEmpty() ? "no relocation goes from or to \"" : "several begin with \"")
            + typed
            + "\"; there is "
            + String.join(", ", all.stream().map(RelocationModule::name).toList()),
        "./db move --help");
  }

  private static Stream<RelocationModule> side(WorkshopModule module, Settings settings) {
    return Stream.concat(
        ProjectModule.of(module, settings.admin()).<RelocationModule>map(OfProjects::new).stream(),
        TenantModule.of(module)
            .<RelocationModule>map(tenants -> new OfTenants(new TenantRegistry(settings, tenants)))
            .stream());
  }
}
