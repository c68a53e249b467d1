package shareddb.web;

import java.util.List;

/** A module whose tracks have a database each, and which is given them all. */
public interface ModuleOfDatabases extends ApiModule {

  @Override
  void routes(Routes routes, Databases databases);

  @Override
  default List<Chore> chores(Databases databases) {
    return List.of();
  }

  /** There is no such thing as its one database. */
  @Override
  default void routes(Routes routes, Database database) {
    throw new IllegalStateException(name() + " has several databases");
  }
}
