package shareddb.tenants.provision;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import shareddb.base.names.TenantName;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.tenants.fleet.FleetUpgrade;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;

/**
 * Upgrades the schemas of some tenants to the newest version, with the same code that upgrades the
 * whole fleet.
 */
public final class TenantSchemaUpgrade {

  private static final Duration PAUSE = Duration.ofMillis(100);

  /**
   * The outcome for each tenant.
   *
   * @param failed the reasons of the failed tenants, by name
   * @param why the reason why the others are not upgraded
   */
  public record Made(Set<TenantName> there, Map<TenantName, String> failed, String why) {}

  private final TenantRegistry registry;
  private final Duration patience;
  private final Set<TenantName> moved = new HashSet<>();

  public TenantSchemaUpgrade(TenantRegistry registry, Duration patience) {
    this.registry = registry;
    this.patience = patience;
  }

  /** Upgrades the schemas. It waits for a fleet upgrade that runs just now. */
  public Made of(List<Tenant> tenants) throws SQLException {
    Set<TenantName> all = tenants.stream().map(Tenant::name).collect(Collectors.toSet());
    if (all.isEmpty()) {
      return new Made(all, Map.of(), "");
    }
    long start = System.nanoTime();
    FleetResult result = run(tenants);
    while (result instanceof FleetResult.Occupied
        && System.nanoTime() - start < patience.toNanos()) {
      LockSupport.parkNanos(PAUSE.toNanos());
      result = run(tenants);
    }
    return made(all, result);
  }

  private FleetResult run(List<Tenant> tenants) throws SQLException {
    FleetOptions options =
        FleetOptions.USUAL.withPatience(patience).withRoles(registry.module().roles());
    return FleetUpgrade.run(
        registry.admin(),
        registry.module().tenant(),
        FleetTargets.of(tenants.stream().map(registry::member).toList()),
        Optional.empty(),
        options,
        this::hears);
  }

  private void hears(FleetEvent event) {
    if (event instanceof FleetEvent.TargetDone(TargetOutcome.Moved done)) {
      moved.add(new TenantName(done.member().label()));
    }
  }

  private Made made(Set<TenantName> all, FleetResult result) {
    return switch (result) {
      case FleetResult.NothingToDo there -> new Made(all, Map.of(), "");
      case FleetResult.Done(FleetResult.Tally tally) -> {
        Set<TenantName> there = new HashSet<>(all);
        there.removeAll(failed(tally).keySet());
        tally.unreachable().forEach(one -> there.remove(new TenantName(one.member().label())));
        yield new Made(there, failed(tally), away(tally));
      }
      case FleetResult.Stopped(FleetResult.Tally tally, int allowed) ->
          new Made(moved, failed(tally), "too many others failed");
      case FleetResult.Interrupted(FleetResult.Tally tally, String why) ->
          new Made(moved, failed(tally), why);
      case FleetResult.Occupied(Optional<FleetRunEntry> run) ->
          none("the fleet is being moved" + by(run));
      case FleetResult.TooFewConnections(String server, int wanted, int free, int max) ->
          none(
              "it takes %d connections, and %d of %d are free at %s"
                  .formatted(wanted, free, max, server));
      case FleetResult.UnknownVersion unknown ->
          none(registry.module().tenant().label() + " has no migrations");
      case FleetResult.NoUndoScript none ->
          throw new IllegalStateException("nothing is undone here");
    };
  }

  private static String away(FleetResult.Tally tally) {
    return tally.unreachable().stream()
        .map(TargetOutcome.Unreachable::reason)
        .findFirst()
        .orElse("");
  }

  private static String by(Optional<FleetRunEntry> run) {
    return run.map(r -> " by " + r.by() + ": " + r.operation() + " to " + r.to()).orElse("");
  }

  private static Made none(String why) {
    return new Made(Set.of(), Map.of(), why);
  }

  private static Map<TenantName, String> failed(FleetResult.Tally tally) {
    Map<TenantName, String> failed = new LinkedHashMap<>();
    tally.failed().forEach(one -> failed.put(new TenantName(one.member().label()), one.reason()));
    return failed;
  }
}
