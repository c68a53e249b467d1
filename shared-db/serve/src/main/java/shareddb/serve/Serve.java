package shareddb.serve;

import com.zaxxer.hikari.HikariDataSource;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.DefaultPassword;
import shareddb.base.settings.Settings;
import shareddb.base.settings.SettingsException;
import shareddb.base.settings.TenantConnections;
import shareddb.base.track.Workshop;
import shareddb.migrate.role.WorkshopRoles;
import shareddb.postgres.WorkshopServer;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.StartResult;
import shareddb.web.ApiModule;
import shareddb.web.ApiServer;
import shareddb.web.MountedModule;

/**
 * Serves modules: starts the database server if it is stopped, applies pending migrations, opens a
 * pool for each database as the API's role, and starts {@link ApiServer}.
 */
public final class Serve {

  /** Where a module's routes are: {@code MountedModule::alone} or {@code MountedModule::named}. */
  @FunctionalInterface
  public interface Placement {
    MountedModule of(ApiModule module, SortedMap<String, HikariDataSource> pools);
  }

  private static final int DEFAULT_PORT = 8080;

  private static final Logger log = LoggerFactory.getLogger(Serve.class);

  private Serve() {}

  /** One module, with its routes at the root, until the process is stopped. */
  public static void alone(ApiModule module) {
    untilStopped(List.of(module), MountedModule::alone);
  }

  /** All modules in one process, each behind its folder's name, until the process is stopped. */
  public static void together(List<ApiModule> modules) {
    untilStopped(modules, MountedModule::named);
  }

  /** Prints one message if it cannot serve, and exits with 1. */
  private static void untilStopped(List<ApiModule> modules, Placement placement) {
    try {
      int port = port(Optional.ofNullable(System.getenv("PORT")));
      Settings settings = Settings.load(Checkout.root());
      Running running = start(settings, port, modules, placement);
      Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
    } catch (ServeException | SettingsException e) {
      log.error("{}", e.getMessage());
      System.exit(1);
    }
  }

  /** Starts the database server if it is stopped, and migrates before it serves. */
  public static Running start(
      Settings settings, int port, List<ApiModule> modules, Placement placement) {
    return start(settings, Workshop.at(settings.root()), port, modules, placement);
  }

  /** The same where tracks may be in other databases than their modules say. */
  public static Running start(
      Settings settings,
      Workshop workshop,
      int port,
      List<ApiModule> modules,
      Placement placement) {
    startServer(settings);
    Migrations.upgrade(workshop, settings, modules.stream().map(Serve::name).toList());
    return serve(settings, workshop, port, modules, placement);
  }

  private static void startServer(Settings settings) {
    switch (WorkshopServer.of(settings).start(log::info)) {
      case StartResult.Started started ->
          log.info("Postgres runs now: {}", started.status().admin().url());
      case StartResult.AlreadyRunning running ->
          log.info("Postgres: {}", running.status().admin().url());
      case StartResult.Refused refused -> throw new ServeException(text(refused.problem()));
    }
    DefaultPassword.warnings(settings).forEach(log::warn);
    WorkshopRoles.renew(settings.servers()).stream()
        .filter(WorkshopRoles.Renewal::isWorthTelling)
        .forEach(renewal -> log.warn("{}", renewal));
  }

  private static String text(ServerProblem problem) {
    return Stream.of(problem.what(), problem.where(), problem.numbers(), problem.next())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n  "));
  }

  /** Serves over databases as they are. */
  public static Running serve(
      Settings settings, int port, List<ApiModule> modules, Placement placement) {
    return serve(settings, Workshop.at(settings.root()), port, modules, placement);
  }

  /** The same where tracks may be in other databases than their modules say. */
  public static Running serve(
      Settings settings,
      Workshop workshop,
      int port,
      List<ApiModule> modules,
      Placement placement) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Pools pools = new Pools(settings.admin(), workshop, meters);
    TenantPools databases =
        new TenantPools(settings.servers(), TenantConnections.of(settings), meters);
    try {
      TenantModules tenants = TenantModules.of(settings, workshop, databases);
      List<MountedModule> mounted =
          modules.stream()
              .map(module -> placement.of(tenants.withTenants(module), pools.of(name(module))))
              .toList();
      return new Running(
          ApiServer.of(mounted, meters, new CheckoutOverviews(settings, workshop)).start(port),
          databases,
          pools);
    } catch (RuntimeException e) {
      databases.close();
      pools.close();
      throw e instanceof JavalinBindException ? portInUse(port) : e;
    }
  }

  private static ModuleName name(ApiModule module) {
    return new ModuleName(module.name());
  }

  private static ServeException portInUse(int port) {
    return new ServeException(
        "Port %d is in use by another process. Take another one:\n  PORT=%d make run"
            .formatted(port, port < 65_535 ? port + 1 : port - 1));
  }

  private static int port(Optional<String> text) {
    int port = text.filter(t -> t.matches("[0-9]{1,5}")).map(Integer::parseInt).orElse(0);
    if (text.isPresent() && (port < 1 || port > 65_535)) {
      throw new ServeException(
          "PORT is \"" + text.get() + "\", which is no port: 1 to 65535\n  PORT=8081 make run");
    }
    return text.isPresent() ? port : DEFAULT_PORT;
  }
}
