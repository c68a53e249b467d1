package workshop.@package@;

import shareddb.base.names.ModuleName;
import shareddb.web.ApiModule;
import shareddb.web.Database;
import shareddb.web.Routes;

/** This module, as the web sees it. */
public final class @Api@ implements ApiModule {

  @Override
  public ModuleName name() {
    return new ModuleName("@module@");
  }

  @Override
  public String title() {
    return "@title@";
  }

  @Override
  public void routes(Routes routes, Database database) {
    new NoteRoutes(new NoteQueries(database)).declare(routes);
  }
}
