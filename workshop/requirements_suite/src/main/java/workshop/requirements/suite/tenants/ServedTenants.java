package workshop.requirements.suite.tenants;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Settings;
import shareddb.serve.Running;
import shareddb.serve.Serve;
import shareddb.serve.TenantApiModule;
import shareddb.testing.TestDatabase;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.web.MountedModule;
import shareddb.webtesting.ApiClient;

/**
 * The API of a module with tenants, on a free port, over a fresh database with the registry, for
 * one test class and the classes within it.
 */
public final class ServedTenants implements BeforeAllCallback, AfterAllCallback {

  private final TenantApiModule module;
  private final MigratedDatabase database;
  private @Nullable Running running;

  public ServedTenants(TenantApiModule module) {
    this.module = module;
    this.database = MigratedDatabase.of(module.name());
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (running == null) {
      database.beforeAll(context);
      running = Serve.serve(settings(), 0, List.of(module), MountedModule::alone);
    }
  }

  /** Classes within the one that it is for end before it. */
  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    boolean within = context.getRequiredTestClass().isMemberClass();
    if (running != null && !within) {
      running.close();
      running = null;
      database.afterAll(context);
    }
  }

  public MigratedDatabase database() {
    return database;
  }

  public ApiClient client() {
    if (running == null) {
      throw new IllegalStateException("the API is served only while its test class runs");
    }
    return ApiClient.at(running.port());
  }

  Settings settings() {
    return new Settings(
        TestDatabase.checkout(), ServerChoice.EXTERNAL, database.admin(), "this test");
  }
}
