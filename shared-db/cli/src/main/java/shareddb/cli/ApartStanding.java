package shareddb.cli;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import shareddb.cli.json.Json;
import shareddb.fleet.FleetStatus;
import shareddb.migrate.Target;
import shareddb.settings.Settings;
import shareddb.tenants.NoRegistry;
import shareddb.tenants.Registry;
import shareddb.tenants.TenantModule;
import shareddb.track.Migration;
import shareddb.track.Version;
import shareddb.track.Workshop;

/** All databases of a module's tenants, as one line among the targets. */
record ApartStanding(TenantModule module, FleetStatus status) {

  /** Of each module whose tenants have databases of their own. */
  static List<ApartStanding> in(Workshop workshop, Settings settings) throws SQLException {
    List<ApartStanding> all = new ArrayList<>();
    for (TenantModule module : TenantModule.in(workshop)) {
      if (module.databases().isPresent()) {
        all.add(new ApartStanding(module, look(new Registry(settings, module))));
      }
    }
    return List.copyOf(all);
  }

  private static FleetStatus look(Registry registry) throws SQLException {
    try {
      return FleetStatus.of(registry.module().tenant(), registry.members());
    } catch (NoRegistry e) {
      return new FleetStatus(Map.of(), Map.of(), List.of());
    }
  }

  boolean asItShouldBe() {
    return status.behind().isEmpty()
        && status.wrong().isEmpty()
        && status.unseen().isEmpty()
        && status.orphans().isEmpty();
  }

  void add(Table table) {
    List<Migration> migrations = module.tenant().read();
    table.row(
        module.tenant().label(),
        Amount.of(status.members(), "tenant"),
        current(),
        migrations.isEmpty() ? "-" : migrations.getLast().version().toString(),
        status.behind().isEmpty() ? "0" : "in %,d".formatted(status.behind().size()),
        "-",
        "-",
        next());
  }

  private String current() {
    SortedMap<Version, Long> versions = status.versions();
    if (versions.isEmpty()) {
      return status.unseen().isEmpty() ? "-" : "?";
    }
    return versions.size() == 1
        ? versions.firstKey().toString()
        : versions.firstKey() + " to " + versions.lastKey();
  }

  private String next() {
    if (!status.unseen().isEmpty()) {
      return "%,d away: ".formatted(status.unseen().size())
          + status.unseen().values().stream().distinct().collect(Collectors.joining("; "));
    }
    String command = status.wrong().isEmpty() ? "upgrade" : "current";
    return status.behind().isEmpty() && status.wrong().isEmpty()
        ? ""
        : "./db " + command + " " + module.tenant().label();
  }

  Json json() {
    return new Json()
        .put("track", module.tenant().label())
        .put("tenants", status.members())
        .put("pending", status.behind().size())
        .put("problems", status.wrong().size())
        .put("not_seen", status.unseen().size())
        .putTexts("orphans", status.orphans().stream().map(ApartStanding::database).toList());
  }

  private static String database(Target orphan) {
    return orphan.admin().database().value();
  }
}
