package shareddb.tenants.provision;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import shareddb.base.names.TenantName;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.registry.TenantRegistry;

/**
 * Completes registered tenants: a fleet upgrade makes their schemas, and then each tenant is
 * seeded. It does only the missing steps, so it can be repeated after it was stopped.
 */
final class TenantCompletion {

  /** How far a tenant came. */
  sealed interface Stage {

    record Whole() implements Stage {}

    record Failed(String reason) implements Stage {}

    /** The tenant was not changed, and nothing is wrong with it. */
    record Waiting(String why) implements Stage {}
  }

  private final TenantRegistry registry;
  private final Duration patience;
  private final KeyReceiver receiver;

  TenantCompletion(TenantRegistry registry, Duration patience, KeyReceiver receiver) {
    this.registry = registry;
    this.patience = patience;
    this.receiver = receiver;
  }

  /**
   * The stages by name, in the order of the tenants.
   *
   * @param keys the keys that were not shown yet
   */
  Map<TenantName, Stage> of(List<Tenant> tenants, Map<TenantName, TenantKey> keys)
      throws SQLException {
    Map<TenantName, Stage> stages = new LinkedHashMap<>();
    TenantSchemaUpgrade.Made made = new TenantSchemaUpgrade(registry, patience).of(tenants);
    List<Tenant> built = new ArrayList<>();
    for (Tenant tenant : tenants) {
      String failure = made.failed().get(tenant.name());
      if (failure != null) {
        stages.put(tenant.name(), new Stage.Failed(failure));
      } else if (made.there().contains(tenant.name())) {
        built.add(tenant);
      } else {
        stages.put(tenant.name(), new Stage.Waiting(made.why()));
      }
    }
    tell(built, keys);
    stages.putAll(
        registry.module().databases().isPresent()
            ? new DatabaseTenantActivation(registry).of(built)
            : new TenantActivation(registry).of(built));
    registry.ask((connection, sql) -> sql.fail(connection, failures(stages)));
    return stages;
  }

  /** The journal's text about incomplete tenants; empty if all are complete. */
  static Optional<String> whatIsLeft(Map<TenantName, Stage> stages) {
    long left = stages.values().stream().filter(stage -> !(stage instanceof Stage.Whole)).count();
    return left == 0
        ? Optional.empty()
        : Optional.of(left + " of " + stages.size() + " did not become whole");
  }

  private void tell(List<Tenant> built, Map<TenantName, TenantKey> keys) {
    Set<TenantName> names = built.stream().map(Tenant::name).collect(Collectors.toSet());
    Map<TenantName, TenantKey> valid = new LinkedHashMap<>(keys);
    valid.keySet().retainAll(names);
    if (!valid.isEmpty()) {
      receiver.receives(valid);
    }
  }

  private static Map<TenantName, String> failures(Map<TenantName, Stage> stages) {
    Map<TenantName, String> failures = new LinkedHashMap<>();
    stages.forEach(
        (name, stage) -> {
          if (stage instanceof Stage.Failed(String reason)) {
            failures.put(name, reason);
          }
        });
    return failures;
  }
}
