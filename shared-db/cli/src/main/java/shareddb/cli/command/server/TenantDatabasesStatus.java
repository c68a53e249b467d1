package shareddb.cli.command.server;

import java.sql.SQLException;
import java.util.Optional;
import shareddb.base.settings.Settings;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.TextTable;
import shareddb.cli.result.LostTenantsText;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.registry.MissingRegistry;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;

/**
 * The status of all tenants of a module. If each tenant has its own database, all of them share one
 * line of the table.
 */
record TenantDatabasesStatus(TenantModule module, FleetStatus status) {

  /** Returns empty if there is no registry yet. */
  static Optional<TenantDatabasesStatus> of(TenantModule module, Settings settings)
      throws SQLException {
    try {
      return Optional.of(
          new TenantDatabasesStatus(
              module,
              FleetStatus.of(module.tenant(), new TenantRegistry(settings, module).members())));
    } catch (MissingRegistry none) {
      return Optional.empty();
    }
  }

  /**
   * Adds the line. It has no last change and no size, as reading them would take a connection to
   * each database.
   */
  void add(TextTable table) {
    table.row(
        module.tenant().label(),
        CountText.of(status.members(), "tenant") + " in as many databases",
        TenantSchemasStatus.range(status.versions().keySet()),
        TenantSchemasStatus.newest(module),
        TenantSchemasStatus.shown(status.behind().size(), status.unseen().size()),
        "-",
        "-",
        next());
  }

  boolean haveDatabases() {
    return module.databases().isPresent();
  }

  LostTenantsText lost() {
    return new LostTenantsText(module, status.lost());
  }

  boolean asItShouldBe() {
    return status.behind().isEmpty()
        && status.wrong().isEmpty()
        && status.unseen().isEmpty()
        && lost().isEmpty();
  }

  JsonObject json() {
    return new JsonObject()
        .put("track", module.tenant().label())
        .put("tenants", status.members())
        .put("newest", TenantSchemasStatus.newest(module))
        .put("pending", status.behind().size())
        .put("problems", status.wrong().size())
        .put("not_seen", status.unseen().size());
  }

  private String next() {
    if (!status.wrong().isEmpty() || !status.unseen().isEmpty()) {
      return "./db current " + module.tenant().label();
    }
    return status.behind().isEmpty() ? "" : "./db upgrade " + module.tenant().label();
  }
}
