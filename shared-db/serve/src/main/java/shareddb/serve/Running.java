package shareddb.serve;

import shareddb.web.WebServer;

/** Modules that are being served. Closing lets requests in flight finish before the pools close. */
public final class Running implements AutoCloseable {

  private final WebServer web;
  private final Chores chores;
  private final TenantModules tenants;
  private final Pools pools;

  Running(WebServer web, Chores chores, TenantModules tenants, Pools pools) {
    this.web = web;
    this.chores = chores;
    this.tenants = tenants;
    this.pools = pools;
  }

  public int port() {
    return web.port();
  }

  @Override
  public void close() {
    web.close();
    chores.close();
    tenants.close();
    pools.close();
  }
}
