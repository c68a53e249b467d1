package workshop.personaltodo;

import shareddb.base.names.ModuleName;
import shareddb.web.ApiModule;
import shareddb.web.Database;
import shareddb.web.Routes;

/** This module, as the web sees it. */
public final class PersonalTodo implements ApiModule {

  @Override
  public ModuleName name() {
    return new ModuleName("00_personal_todo");
  }

  @Override
  public String title() {
    return "Personal todos";
  }

  @Override
  public void routes(Routes routes, Database database) {
    new TodoRoutes(new TodoQueries(database)).declare(routes);
  }
}
