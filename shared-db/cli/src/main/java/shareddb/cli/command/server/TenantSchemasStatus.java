package shareddb.cli.command.server;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.cli.output.CountText;
import shareddb.cli.output.TextTable;
import shareddb.cli.output.TimeText;
import shareddb.migrate.overview.TargetStatus;
import shareddb.tenants.registry.TenantModule;

/** The schemas of a module's tenants, which share one line of the table. */
record TenantSchemasStatus(TenantModule module, List<TargetStatus> tenants) {

  static TenantSchemasStatus of(TenantModule module, List<TargetStatus> all) {
    return new TenantSchemasStatus(
        module, all.stream().filter(target -> module.couldOwn(target.schema())).toList());
  }

  void add(TextTable table) {
    table.row(
        module.tenant().label(),
        CountText.of(tenants.size(), "tenant"),
        current(),
        newest(module),
        shown(pending(), tenants.size() - read().size()),
        lastChange().map(TimeText::of).orElse("never"),
        tenants.isEmpty()
            ? "-"
            : CountText.bytes(tenants.stream().mapToLong(TargetStatus::size).sum()),
        next());
  }

  private String current() {
    return range(read().stream().map(tenant -> tenant.state().current()).toList());
  }

  private List<TargetStatus> read() {
    return tenants.stream().filter(tenant -> tenant.unseen().isEmpty()).toList();
  }

  /** The number of targets that are behind, and the number that could not be read. */
  static String shown(long pending, long unread) {
    return (pending == 0 ? "0" : "in %,d".formatted(pending))
        + (unread == 0 ? "" : ", %,d not read".formatted(unread));
  }

  /** The lowest and the highest version, or one version if both are the same. */
  static String range(Collection<Version> versions) {
    if (versions.isEmpty()) {
      return "-";
    }
    Version lowest = Collections.min(versions);
    Version highest = Collections.max(versions);
    return lowest.equals(highest) ? lowest.toString() : lowest + " to " + highest;
  }

  /** The track's newest version, or {@code -} if it has no migrations. */
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
