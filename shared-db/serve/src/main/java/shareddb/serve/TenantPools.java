package shareddb.serve;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;
import org.jooq.DSLContext;
import shareddb.base.names.ServerName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Servers;
import shareddb.base.settings.TenantConnections;
import shareddb.base.track.Target;
import shareddb.migrate.role.ApiRole;
import shareddb.web.problem.ProblemType;
import shareddb.web.problem.RetryLater;

/**
 * The tenants' databases on all servers. Each server has its own budget of connections and its own
 * health, so that a server that is away does not slow down requests to the others.
 */
final class TenantPools implements TenantDatabases, AutoCloseable {

  private static final Duration UNTIL_CONFIGURED = Duration.ofMinutes(1);

  private final Map<ServerName, ServerPools> servers = new TreeMap<>();

  /** Closes idle connections: one thread for all pools. */
  private final ScheduledThreadPoolExecutor housekeeper =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("tenant-pools").factory());

  TenantPools(Servers known, TenantConnections budget, MeterRegistry meters) {
    housekeeper.setRemoveOnCancelPolicy(true);
    known.logins().forEach((name, login) -> servers.put(name, server(name, login, budget, meters)));
  }

  @Override
  public <T> T in(Place place, Function<DSLContext, T> work) {
    ServerPools server = servers.get(place.server());
    if (server == null) {
      throw new RetryLater(
          ProblemType.NOT_READY,
          "No setting names the server " + place.server() + ", where this tenant's database is",
          UNTIL_CONFIGURED);
    }
    return server.in(place, work);
  }

  @Override
  public void close() {
    servers.values().forEach(ServerPools::close);
    housekeeper.shutdownNow();
  }

  private ServerPools server(
      ServerName name, Login login, TenantConnections budget, MeterRegistry meters) {
    ServerHealth health = new ServerHealth(name, login);
    ServerPools pools =
        new ServerPools(name, health, budget.perServer(), place -> pool(login, place));
    Gauge.builder("workshop.tenant.databases.open", pools, ServerPools::size)
        .description("Databases of tenants that are open")
        .tag("server", name.value())
        .register(meters);
    Gauge.builder("workshop.tenant.server.away", health, one -> one.isAway() ? 1 : 0)
        .description("Whether the server of tenants does not answer")
        .tag("server", name.value())
        .register(meters);
    return pools;
  }

  private HikariDataSource pool(Login server, Place place) {
    Target target = new Target(server.to(place.database()), place.schema());
    return Pool.small(place.database().value(), ApiRole.pooledLogin(target), housekeeper);
  }
}
