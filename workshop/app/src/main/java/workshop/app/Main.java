package workshop.app;

import java.util.Comparator;
import java.util.ServiceLoader;
import shareddb.serve.Serve;
import shareddb.web.ApiModule;

/**
 * Serves all modules that this module's POM depends on. Each one names its class in a file below
 * {@code META-INF/services}, where {@link ServiceLoader} finds it.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Serve.together(modules());
  }

  static ApiModule[] modules() {
    return ServiceLoader.load(ApiModule.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(ApiModule::name))
        .toArray(ApiModule[]::new);
  }
}
