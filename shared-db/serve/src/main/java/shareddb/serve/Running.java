package shareddb.serve;

import io.javalin.Javalin;

/** Modules that are served. Closing lets requests in flight finish before it closes the pools. */
public final class Running implements AutoCloseable {

  private final Javalin server;
  private final TenantPools tenants;
  private final Pools pools;

  Running(Javalin server, TenantPools tenants, Pools pools) {
    this.server = server;
    this.tenants = tenants;
    this.pools = pools;
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
    tenants.close();
    pools.close();
  }
}
