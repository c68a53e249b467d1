package shareddb.webtesting;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.migrate.role.ApiRole;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.web.ApiModule;
import shareddb.web.ApiServer;
import shareddb.web.MountedModule;

/**
 * The API of a module with one database, on a free port, over a fresh database, for one test class
 * and the classes within it.
 */
public final class ServedModule implements BeforeAllCallback, AfterAllCallback {

  private final ApiModule module;
  private final MigratedDatabase database;
  private @Nullable RunningApi running;

  public ServedModule(ApiModule module) {
    this.module = module;
    this.database = MigratedDatabase.of(module.name());
  }

  /** Serves a module over a database as it is. */
  public static RunningApi serve(ApiModule module, Login admin) {
    Target target = new Target(admin, new ModuleName(module.name()).schema());
    HikariDataSource pool = pool(module.name(), ApiRole.login(target));
    MountedModule mounted = MountedModule.alone(module, new TreeMap<>(Map.of("", pool)));
    return RunningApi.start(
        ApiServer.of(List.of(mounted), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
        List.of(pool));
  }

  /** As the Main of module 00 opens it, but with less patience. */
  public static HikariDataSource pool(String name, Login login) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(login.jdbcUrl());
    config.setUsername(login.user());
    config.setPassword(login.password().reveal());
    config.setConnectionTimeout(2_000);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (running == null) {
      database.beforeAll(context);
      running = serve(module, database.admin());
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

  public RunningApi running() {
    if (running == null) {
      throw new IllegalStateException("the API is served only while its test class runs");
    }
    return running;
  }

  public ApiClient client() {
    return running().client();
  }
}
