package shareddb.cli;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import shareddb.overview.Standing;
import shareddb.tenants.TenantModule;
import shareddb.track.Migration;
import shareddb.track.Version;

/** All schemas of a module's tenants, as one line among its targets. */
record TenantsStanding(TenantModule module, List<Standing> tenants) {

  static TenantsStanding of(TenantModule module, List<Standing> all) {
    return new TenantsStanding(
        module, all.stream().filter(standing -> module.couldOwn(standing.schema())).toList());
  }

  void add(Table table) {
    List<Migration> migrations = module.tenant().read();
    table.row(
        module.tenant().label(),
        Amount.of(tenants.size(), "tenant"),
        current(),
        migrations.isEmpty() ? "-" : migrations.getLast().version().toString(),
        pending() == 0 ? "0" : "in %,d".formatted(pending()),
        lastChange().map(Moment::of).orElse("never"),
        tenants.isEmpty() ? "-" : Size.of(tenants.stream().mapToLong(Standing::size).sum()),
        next());
  }

  private String current() {
    List<Version> versions =
        tenants.stream().map(tenant -> tenant.state().current()).distinct().sorted().toList();
    if (versions.isEmpty()) {
      return "-";
    }
    return versions.size() == 1
        ? versions.getFirst().toString()
        : versions.getFirst() + " to " + versions.getLast();
  }

  private long pending() {
    return tenants.stream().filter(tenant -> !tenant.state().isUpToDate()).count();
  }

  private Optional<Instant> lastChange() {
    return tenants.stream()
        .flatMap(tenant -> tenant.lastChange().stream())
        .max(Comparator.naturalOrder());
  }

  private String next() {
    boolean wrong = tenants.stream().anyMatch(tenant -> !tenant.state().problems().isEmpty());
    if (wrong) {
      return "./db current " + module.tenant().label();
    }
    return pending() == 0 ? "" : "./db upgrade " + module.tenant().label();
  }
}
