package shareddb.cli;

import java.sql.SQLException;
import java.util.Optional;
import shareddb.cli.json.Json;
import shareddb.fleet.FleetStatus;
import shareddb.settings.Settings;
import shareddb.tenants.NoRegistry;
import shareddb.tenants.Registry;
import shareddb.tenants.TenantModule;

/** All tenants of a module; those with databases of their own are one line among its targets. */
record TenantsApart(TenantModule module, FleetStatus status) {

  /** Nothing where there is no registry yet. */
  static Optional<TenantsApart> of(TenantModule module, Settings settings) throws SQLException {
    try {
      return Optional.of(
          new TenantsApart(
              module, FleetStatus.of(module.tenant(), new Registry(settings, module).members())));
    } catch (NoRegistry none) {
      return Optional.empty();
    }
  }

  /** When they last changed, and how large they are, is not asked: each would have to be opened. */
  void add(Table table) {
    table.row(
        module.tenant().label(),
        Amount.of(status.members(), "tenant") + " in as many databases",
        TenantsStanding.range(status.versions().keySet()),
        TenantsStanding.newest(module),
        TenantsStanding.shown(status.behind().size(), status.unseen().size()),
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

  Json json() {
    return new Json()
        .put("track", module.tenant().label())
        .put("tenants", status.members())
        .put("newest", TenantsStanding.newest(module))
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
