package shareddb.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shareddb.base.settings.DefaultPassword;
import shareddb.base.settings.Login;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Settings;
import shareddb.base.settings.SettingsException;
import shareddb.base.track.Workshop;
import shareddb.migrate.role.WorkshopRoles;
import shareddb.postgres.WorkshopServer;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.StartResult;
import shareddb.web.ApiModule;
import shareddb.web.Databases;
import shareddb.web.Metrics;
import shareddb.web.Mount;
import shareddb.web.PortInUse;
import shareddb.web.WebServer;

/** Serves modules, with all that they need. */
public final class Serve {

  /** Where a module's routes are to be: {@code Mount::alone} or {@code Mount::named}. */
  @FunctionalInterface
  public interface Placement {
    Mount of(ApiModule module, Databases databases);
  }

  private static final int DEFAULT_PORT = 8080;

  private static final Logger log = LoggerFactory.getLogger(Serve.class);

  private Serve() {}

  /** One module, with its routes at the root. */
  public static void alone(ApiModule module) {
    untilStopped(List.of(module), Mount::alone);
  }

  /** Every module in one process, each under its folder's name. */
  public static void together(ApiModule... modules) {
    untilStopped(List.of(modules), Mount::named);
  }

  /** Says in one message why it cannot, and exits with 1. */
  private static void untilStopped(List<ApiModule> modules, Placement placement) {
    try {
      int port = port(Optional.ofNullable(System.getenv("PORT")));
      Settings settings = Settings.load(Checkout.root());
      Running running = start(settings, port, modules, placement);
      Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
      log.info("Ready: http://localhost:{}/", running.port());
    } catch (ServeException | SettingsException e) {
      log.error("{}", e.getMessage());
      System.exit(1);
    }
  }

  /** Starts the database server if it is not running, and migrates before it serves. */
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
    Migrations.upgrade(workshop, settings, modules.stream().map(ApiModule::name).toList());
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

  /** Serves what is there, as it is. */
  public static Running serve(Login admin, int port, List<ApiModule> modules, Placement placement) {
    return serve(admin, Workshop.at(Checkout.root()), port, modules, placement);
  }

  /** The same where tracks may be in other databases than their modules say. */
  public static Running serve(
      Login admin, Workshop workshop, int port, List<ApiModule> modules, Placement placement) {
    Settings settings = new Settings(workshop.root(), ServerChoice.EXTERNAL, admin, "the caller");
    return serve(settings, workshop, port, modules, placement);
  }

  /** The same where tenants may be on several servers. */
  public static Running serve(
      Settings settings,
      Workshop workshop,
      int port,
      List<ApiModule> modules,
      Placement placement) {
    Metrics metrics = new Metrics();
    TenantModules tenants = TenantModules.of(settings, workshop, metrics);
    Pools pools = new Pools(settings.admin(), workshop, metrics);
    List<Mount> mounts = new ArrayList<>();
    for (ApiModule module : modules) {
      module.gauges().forEach(metrics::add);
      mounts.add(placement.of(tenants.administered(module), pools.of(module.name())));
    }
    try {
      WebServer web = WebServer.start(port, mounts, metrics);
      Chores chores = new Chores();
      mounts.forEach(mount -> mount.module().chores(mount.databases()).forEach(chores::add));
      return new Running(web, chores, tenants, pools);
    } catch (PortInUse e) {
      tenants.close();
      pools.close();
      throw new ServeException(
          "Port "
              + port
              + " is in use by another process. Take another one:\n  PORT="
              + (port + 1)
              + " make run");
    }
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
