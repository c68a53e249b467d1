package workshop.zerodowntimetodo;

import shareddb.web.Api;
import shareddb.web.ApiModule;
import shareddb.web.ModuleResources;

/** This module among all others in one process. */
public final class ZeroDowntimeTodo implements ApiModule {

  @Override
  public String name() {
    return "06_zero_downtime_todo";
  }

  @Override
  public String title() {
    return "Todos without downtime";
  }

  @Override
  public void routes(Api api, ModuleResources resources) {
    new TodoApi(resources.database()).routes(api);
  }
}
