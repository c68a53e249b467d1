package workshop.personaltodo;

import shareddb.web.Api;
import shareddb.web.ApiModule;
import shareddb.web.ModuleResources;

/** This module among all others in one process. */
public final class PersonalTodo implements ApiModule {

  @Override
  public String name() {
    return "00_personal_todo";
  }

  @Override
  public String title() {
    return "Personal todos";
  }

  @Override
  public void routes(Api api, ModuleResources resources) {
    new TodoApi(resources.database()).routes(api);
  }
}
