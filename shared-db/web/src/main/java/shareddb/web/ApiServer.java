package shareddb.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import shareddb.web.openapi.IndexPage;
import shareddb.web.openapi.ModuleOverviews;
import shareddb.web.openapi.OpenApi;
import shareddb.web.server.AllowedHosts;
import shareddb.web.server.HealthChecks;

/**
 * One Javalin server for several modules, put together as the Main of module 00 does it for one.
 */
public final class ApiServer {

  private ApiServer() {}

  /** Not yet started. */
  public static Javalin of(List<MountedModule> modules, PrometheusMeterRegistry meters) {
    return of(modules, meters, ModuleOverviews.NONE);
  }

  /** Not yet started, with what the start page shows of each module. */
  public static Javalin of(
      List<MountedModule> modules, PrometheusMeterRegistry meters, ModuleOverviews overviews) {
    return Javalin.create(config -> configure(config, modules, meters, overviews));
  }

  /** jOOQ over a pool. */
  public static DSLContext database(DataSource pool) {
    return DSL.using(
        new DefaultConfiguration().set(pool).set(SQLDialect.POSTGRES).set(Plugins.sqlLog()));
  }

  private static void configure(
      JavalinConfig config,
      List<MountedModule> modules,
      PrometheusMeterRegistry meters,
      ModuleOverviews overviews) {
    AllowedHosts hosts = Plugins.allowedHosts();
    config.jsonMapper(Plugins.strictJson());
    config.registerPlugin(Plugins.loopbackServer());
    config.registerPlugin(hosts);
    config.registerPlugin(Plugins.problemDetails());
    config.registerPlugin(Plugins.requestCheck());
    config.registerPlugin(Plugins.requestMetrics(meters));
    boolean isAlone = modules.stream().anyMatch(mounted -> mounted.prefix().isEmpty());
    if (!isAlone) {
      addRoot(config, modules, overviews);
    }
    for (MountedModule mounted : modules) {
      ApiModule module = mounted.module();
      module.routes(
          new Api(config, mounted.prefix()),
          new ModuleResources(databases(mounted), meters, hosts));
      config.registerPlugin(new HealthChecks(mounted.prefix(), mounted.namedPools()));
      config.registerPlugin(new OpenApi(mounted.prefix(), module.title()));
    }
    config.registerPlugin(Plugins.gracefulStop());
  }

  private static void addRoot(
      JavalinConfig config, List<MountedModule> modules, ModuleOverviews overviews) {
    Map<String, DataSource> pools = new TreeMap<>();
    modules.forEach(mounted -> pools.putAll(mounted.namedPools()));
    config.registerPlugin(new HealthChecks("", pools));
    config.registerPlugin(
        new IndexPage(
            modules.stream()
                .map(MountedModule::module)
                .collect(Collectors.toMap(ApiModule::name, ApiModule::title)),
            overviews));
  }

  private static SortedMap<String, DSLContext> databases(MountedModule mounted) {
    SortedMap<String, DSLContext> databases = new TreeMap<>();
    mounted.pools().forEach((track, pool) -> databases.put(track, database(pool)));
    return databases;
  }
}
