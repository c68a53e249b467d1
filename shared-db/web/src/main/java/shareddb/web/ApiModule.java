package shareddb.web;

import java.util.List;
import shareddb.base.names.ModuleName;

/** A module as the web sees it: a name, a title, and its routes over its own database. */
public interface ApiModule {

  ModuleName name();

  /** For people, on pages and in the OpenAPI document. */
  String title();

  /** Declares every route. They are relative: where the module is mounted is not its concern. */
  void routes(Routes routes, Database database);

  /** The same over all databases there are: one, unless it is a {@link ModuleOfDatabases}. */
  default void routes(Routes routes, Databases databases) {
    routes(routes, databases.one());
  }

  /** The same module over its tenants' databases, where each has one of its own. */
  default ApiModule over(TenantDatabases databases) {
    return this;
  }

  /** What is to be done while the module is served, beside requests. */
  default List<Chore> chores(Database database) {
    return List.of();
  }

  default List<Chore> chores(Databases databases) {
    return chores(databases.one());
  }

  /** What it measures of itself. */
  default List<Gauge> gauges() {
    return List.of();
  }
}
