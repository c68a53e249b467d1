package shareddb.cli;

import shareddb.tenants.Tenant;

/** Tenants in a table, of which only a block at a time is kept. */
final class TenantTable implements AutoCloseable {

  private final Terminal terminal;
  private final int block;
  private Table table = new Table();
  private int rows;

  TenantTable(Terminal terminal, int block) {
    this.terminal = terminal;
    this.block = block;
  }

  void add(Tenant tenant) {
    if (rows % block == 0) {
      begin();
    }
    rows++;
    table.row(
        tenant.name().value(),
        TenantLines.status(tenant.status(), terminal),
        tenant.type(),
        tenant.domain(),
        Moment.of(tenant.createdAt()),
        tenant.failure().map(failure -> terminal.bad(firstLine(failure))).orElse(""));
  }

  @Override
  public void close() {
    terminal.print(table);
  }

  private void begin() {
    terminal.print(table);
    table = new Table();
    if (rows == 0) {
      table.row("NAME", "STATUS", "TYPE", "DOMAIN", "CREATED", "");
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
