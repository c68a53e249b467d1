package workshop.@package@;

import shareddb.web.Api;
import shareddb.web.ApiModule;
import shareddb.web.ModuleResources;

/** This module among all others in one process. */
public final class @Api@ implements ApiModule {

  @Override
  public String name() {
    return "@module@";
  }

  @Override
  public String title() {
    return "@title@";
  }

  @Override
  public void routes(Api api, ModuleResources resources) {
    new NoteApi(resources.database()).routes(api);
  }
}
