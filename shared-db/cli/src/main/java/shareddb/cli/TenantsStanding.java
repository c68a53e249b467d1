package shareddb.cli;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
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
    table.row(
        module.tenant().label(),
        Amount.of(tenants.size(), "tenant"),
        current(),
        newest(module),
        shown(pending(), tenants.size() - read().size()),
        lastChange().map(Moment::of).orElse("never"),
        tenants.isEmpty() ? "-" : Amount.bytes(tenants.stream().mapToLong(Standing::size).sum()),
        next());
  }

  private String current() {
    return range(read().stream().map(tenant -> tenant.state().current()).toList());
  }

  private List<Standing> read() {
    return tenants.stream().filter(tenant -> tenant.unseen().isEmpty()).toList();
  }

  /** How many are behind, and how many could not be looked at. */
  static String shown(long pending, long unread) {
    return (pending == 0 ? "0" : "in %,d".formatted(pending))
        + (unread == 0 ? "" : ", %,d not read".formatted(unread));
  }

  /** From the lowest to the highest, where they are not one. */
  static String range(Collection<Version> versions) {
    if (versions.isEmpty()) {
      return "-";
    }
    Version lowest = Collections.min(versions);
    Version highest = Collections.max(versions);
    return lowest.equals(highest) ? lowest.toString() : lowest + " to " + highest;
  }

  /** The newest version there is, in words. */
  static String newest(TenantModule module) {
    List<Migration> migrations = module.tenant().read();
    return migrations.isEmpty() ? "-" : migrations.getLast().version().toString();
  }

  private long pending() {
    return read().stream().filter(tenant -> !tenant.state().isUpToDate()).count();
  }

  private Optional<Instant> lastChange() {
    return tenants.stream()
        .flatMap(tenant -> tenant.lastChange().stream())
        .max(Comparator.naturalOrder());
  }

  private String next() {
    boolean wrong =
        tenants.stream().anyMatch(t -> t.unseen().isPresent() || !t.state().problems().isEmpty());
    if (wrong) {
      return "./db current " + module.tenant().label();
    }
    return pending() == 0 ? "" : "./db upgrade " + module.tenant().label();
  }
}
