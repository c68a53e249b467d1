package shareddb.cli.command.tenants;

import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.TenantText;
import shareddb.tenants.registry.Tenant;

/** A table of tenants that keeps only one block of rows in memory. */
final class TenantListText implements AutoCloseable {

  private final Terminal terminal;
  private final int block;
  private final boolean hasServers;
  private TextTable table = new TextTable();
  private int rows;

  TenantListText(Terminal terminal, int block, boolean hasServers) {
    this.terminal = terminal;
    this.block = block;
    this.hasServers = hasServers;
  }

  void add(Tenant tenant) {
    if (rows % block == 0) {
      begin();
    }
    rows++;
    row(
        tenant.name().value(),
        TenantText.status(tenant.status(), terminal),
        tenant.type(),
        tenant.database().map(own -> own.server().value()).orElse(""),
        tenant.domain(),
        TimeText.of(tenant.createdAt()),
        tenant.failure().map(failure -> terminal.bad(firstLine(failure))).orElse(""));
  }

  @Override
  public void close() {
    terminal.print(table);
  }

  private void begin() {
    terminal.print(table);
    table = new TextTable();
    if (rows == 0) {
      row("NAME", "STATUS", "TYPE", "SERVER", "DOMAIN", "CREATED", "");
    }
  }

  /** Adds a row. The server is left out if the module's tenants have no databases of their own. */
  private void row(
      String name,
      String status,
      String type,
      String server,
      String domain,
      String created,
      String failure) {
    if (hasServers) {
      table.row(name, status, type, server, domain, created, failure);
    } else {
      table.row(name, status, type, domain, created, failure);
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
