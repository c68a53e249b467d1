package shareddb.cli;

import java.util.List;
import java.util.stream.Stream;
import shareddb.move.Projects;
import shareddb.settings.Settings;
import shareddb.tenants.Registry;
import shareddb.tenants.TenantModule;
import shareddb.track.WorkshopModule;

/** A module that somebody moves from, or to. */
sealed interface MoveSide {

  String name();

  /** Whether each has a database, on one of several servers. */
  boolean hasDatabases();

  /** Its tenants are rows among others. */
  record OfProjects(Projects projects) implements MoveSide {

    @Override
    public String name() {
      return projects.track().module().value();
    }

    @Override
    public boolean hasDatabases() {
      return false;
    }
  }

  /** Each of its tenants has a schema, or a database. */
  record OfTenants(Registry registry) implements MoveSide {

    @Override
    public String name() {
      return registry.module().name().value();
    }

    @Override
    public boolean hasDatabases() {
      return registry.module().databases().isPresent();
    }
  }

  static MoveSide find(String typed, Surroundings surroundings) {
    Settings settings = surroundings.settings();
    List<MoveSide> all =
        surroundings.workshop().modules().stream().flatMap(m -> side(m, settings)).toList();
    List<MoveSide> found = all.stream().filter(side -> side.name().startsWith(typed)).toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw CommandFailure.usage(
        (found.isEmpty() ? "nobody moves from or to \"" : "several begin with \"")
            + typed
            + "\"; there is "
            + String.join(", ", all.stream().map(MoveSide::name).toList()),
        "./db move --help");
  }

  private static Stream<MoveSide> side(WorkshopModule module, Settings settings) {
    return Stream.concat(
        Projects.of(module, settings.admin()).<MoveSide>map(OfProjects::new).stream(),
        TenantModule.of(module)
            .<MoveSide>map(tenants -> new OfTenants(new Registry(settings, tenants)))
            .stream());
  }
}
