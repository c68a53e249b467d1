package shareddb.serve;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;
import shareddb.base.names.ServerName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Servers;
import shareddb.base.settings.TenantConnections;
import shareddb.base.track.Target;
import shareddb.migrate.role.ApiRole;
import shareddb.web.Database;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.TenantDatabases;

/**
 * The tenants' databases on all servers. Each server has a budget and a memory of its own, so that
 * what one lacks nobody on another one misses.
 */
final class TenantPools implements TenantDatabases, AutoCloseable {

  private final Map<ServerName, ServerPools> servers = new TreeMap<>();

  /** Closes what is idle: one thread for all pools, however many. */
  private final ScheduledThreadPoolExecutor housekeeper =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("tenant-pools").factory());

  TenantPools(Servers known, TenantConnections budget, MeterRegistry meters) {
    housekeeper.setRemoveOnCancelPolicy(true);
    known.logins().forEach((name, login) -> servers.put(name, server(name, login, budget, meters)));
  }

  @Override
  public <T> T in(Place place, Function<Database, T> work) {
    ServerPools server = servers.get(place.server());
    if (server == null) {
      throw ProblemException.of(
          ProblemType.NOT_READY,
          "The server " + place.server() + ", which this tenant is on, is in no setting");
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
