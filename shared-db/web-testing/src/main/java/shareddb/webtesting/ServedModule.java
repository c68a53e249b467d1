package shareddb.webtesting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import shareddb.base.settings.Login;
import shareddb.serve.Running;
import shareddb.serve.Serve;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.web.ApiModule;
import shareddb.web.Mount;

/** A module's API on a free port, over a fresh database, for one test class and those within it. */
public final class ServedModule implements BeforeAllCallback, AfterAllCallback {

  private final ApiModule module;
  private final MigratedDatabase database;
  private @Nullable Running running;

  public ServedModule(ApiModule module) {
    this.module = module;
    this.database = MigratedDatabase.of(module.name().value());
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (running == null) {
      database.beforeAll(context);
      running = serve(database.admin());
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

  private Running serve(Login admin) {
    return Serve.serve(admin, 0, List.of(module), Mount::alone);
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
}
