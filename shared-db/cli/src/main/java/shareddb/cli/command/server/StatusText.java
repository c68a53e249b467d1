package shareddb.cli.command.server;

import java.util.ArrayList;
import java.util.List;
import shareddb.cli.command.CommandContext;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.cli.result.LostTenantsText;
import shareddb.cli.result.ServerText;
import shareddb.migrate.overview.TargetStatus;
import shareddb.postgres.server.ServerStatus;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.registry.TenantModule;

/**
 * The text and the JSON of the server and all targets in it. In the text all tenants of a module
 * share one line.
 */
record StatusText(
    ServerStatus server,
    List<TargetStatus> targets,
    List<TenantDatabasesStatus> apart,
    CommandContext context) {

  JsonObject json() {
    return new JsonObject()
        .put("server", ServerText.json(server))
        .put("targets", targets.stream().map(TargetStatusText::json).toList())
        .put(
            "tenants_in_databases",
            apart.stream()
                .filter(TenantDatabasesStatus::haveDatabases)
                .map(TenantDatabasesStatus::json)
                .toList())
        .putTexts(
            "lost_tenants",
            apart.stream()
                .flatMap(t -> t.lost().lost().keySet().stream())
                .map(FleetTarget::label)
                .toList());
  }

  void print() {
    Terminal terminal = context.terminal();
    String title = ServerText.title(server);
    terminal.print(
        server.running() ? terminal.tick() + " " + title + ": running" : title + ": not running");
    terminal.print(ServerText.details(server, context));
    if (!server.running()) {
      terminal.advise("./db start");
      return;
    }
    terminal.print("");
    terminal.print(table());
    apart.stream()
        .map(TenantDatabasesStatus::lost)
        .filter(lost -> !lost.isEmpty())
        .forEach(lost -> print(lost, terminal));
  }

  private static void print(LostTenantsText lost, Terminal terminal) {
    lost.lines().forEach(line -> terminal.print(lost.module().tenant().label() + ": " + line));
    terminal.advise(lost.next());
  }

  private TextTable table() {
    TextTable table = new TextTable();
    table.row("TRACK", "SCHEMA", "CURRENT", "NEWEST", "PENDING", "LAST CHANGE", "SIZE", "");
    List<TenantModule> modules = TenantModule.in(context.workshop());
    List<TargetStatus> others = new ArrayList<>(targets);
    for (TenantModule module : modules) {
      others.removeIf(target -> module.couldOwn(target.schema()));
    }
    for (TargetStatus target : others) {
      TargetStatusText.add(table, target, server.admin().database());
      modules.stream()
          .filter(module -> target.isUsualOf(module.shared()))
          .forEach(module -> addTenants(table, module));
    }
    return table;
  }

  private void addTenants(TextTable table, TenantModule module) {
    apart.stream()
        .filter(tenants -> tenants.haveDatabases() && tenants.module().equals(module))
        .findFirst()
        .ifPresentOrElse(
            tenants -> tenants.add(table),
            () -> TenantSchemasStatus.of(module, targets).add(table));
  }
}
