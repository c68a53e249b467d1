package shareddb.serve;

import shareddb.web.WebServer;

/** Modules that are being served. Closing lets requests in flight finish before the pools close. */
public final class Running implements AutoCloseable {

  private final WebServer web;
  private final Chores chores;
  private final Pools pools;

  Running(WebServer web, Chores chores, Pools pools) {
    this.web = web;
    this.chores = chores;
    this.pools = pools;
  }

  public int port() {
    return web.port();
  }

  @Override
  public void close() {
    web.close();
    chores.close();
    pools.close();
  }
}
