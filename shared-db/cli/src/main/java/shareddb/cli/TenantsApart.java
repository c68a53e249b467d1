package shareddb.cli;

import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import shareddb.cli.json.Json;
import shareddb.fleet.FleetStatus;
import shareddb.settings.Settings;
import shareddb.tenants.NoRegistry;
import shareddb.tenants.Registry;
import shareddb.tenants.TenantModule;
import shareddb.track.Version;

/** All tenants of a module that have databases of their own, as one line among its targets. */
record TenantsApart(TenantModule module, FleetStatus status) {

  /** Nothing where they are in the workshop's database, or where there is no registry yet. */
  static Optional<TenantsApart> of(TenantModule module, Settings settings) throws SQLException {
    if (module.databases().isEmpty()) {
      return Optional.empty();
    }
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
        current(),
        newest(),
        pending(),
        "-",
        "-",
        next());
  }

  boolean asItShouldBe() {
    return status.behind().isEmpty() && status.wrong().isEmpty() && status.unseen().isEmpty();
  }

  Json json() {
    return new Json()
        .put("track", module.tenant().label())
        .put("tenants", status.members())
        .put("newest", newest())
        .put("pending", status.behind().size())
        .put("problems", status.wrong().size())
        .put("not_seen", status.unseen().size());
  }

  private String current() {
    SortedMap<Version, Long> versions = status.versions();
    if (versions.isEmpty()) {
      return "-";
    }
    return versions.size() == 1
        ? versions.firstKey().toString()
        : versions.firstKey() + " to " + versions.lastKey();
  }

  private String newest() {
    var migrations = module.tenant().read();
    return migrations.isEmpty() ? "-" : migrations.getLast().version().toString();
  }

  private String pending() {
    String unseen = status.unseen().isEmpty() ? "" : ", %,d not seen".formatted(unseen());
    return (status.behind().isEmpty() ? "0" : "in %,d".formatted(status.behind().size())) + unseen;
  }

  private int unseen() {
    return status.unseen().size();
  }

  private String next() {
    if (!status.wrong().isEmpty() || unseen() > 0) {
      return "./db current " + module.tenant().label();
    }
    return status.behind().isEmpty() ? "" : "./db upgrade " + module.tenant().label();
  }
}
