package shareddb.tenants.provision;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import shareddb.base.names.DomainName;
import shareddb.base.names.TenantName;
import shareddb.tenants.provision.TenantCompletion.Stage;
import shareddb.tenants.registry.RegistryLock;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantJournal;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.registry.TenantRegistry;

/**
 * Adds tenants from requests: it checks all of them, registers the valid ones, and completes these.
 */
public final class TenantProvisioning {

  /** A valid request, and its position among the others. */
  private record Candidate(int place, CheckedRequest newcomer) {}

  private final TenantRegistry registry;
  private final Duration patience;
  private final TenantCompletion completion;
  private final SortedMap<Integer, AddTenantResult> results = new TreeMap<>();

  public TenantProvisioning(TenantRegistry registry, Duration patience, KeyReceiver receiver) {
    this.registry = registry;
    this.patience = patience;
    this.completion = new TenantCompletion(registry, patience, receiver);
  }

  /** Returns a result for each request, in their order. */
  public List<AddTenantResult> of(List<TenantRequest> wishes) throws SQLException {
    List<Candidate> candidates = candidates(wishes);
    if (!candidates.isEmpty()
        && RegistryLock.during(registry, patience, () -> alone(candidates)).isEmpty()) {
      postpone(candidates);
    }
    return List.copyOf(results.values());
  }

  private List<Candidate> candidates(List<TenantRequest> wishes) {
    List<String> types = new TenantTypes(registry.module().types()).names();
    List<Candidate> candidates = new ArrayList<>();
    for (int place = 0; place < wishes.size(); place++) {
      switch (CheckedRequest.check(wishes.get(place), types, registry)) {
        case CheckedRequest.Check.Right(CheckedRequest newcomer) ->
            candidates.add(new Candidate(place, newcomer));
        case CheckedRequest.Check.Wrong(List<String> problems) ->
            results.put(place, new AddTenantResult.Refused(problems));
      }
    }
    return candidates;
  }

  private boolean alone(List<Candidate> candidates) throws SQLException {
    List<Candidate> left = candidates;
    while (!left.isEmpty()) {
      List<Candidate> first = firstOfEach(left);
      round(first);
      left = left.stream().filter(candidate -> !first.contains(candidate)).toList();
    }
    return true;
  }

  private void postpone(List<Candidate> candidates) {
    candidates.forEach(
        candidate ->
            results.put(
                candidate.place(),
                new AddTenantResult.Postponed(
                    candidate.newcomer().name(), RegistryLock.ANOTHER_SESSION)));
  }

  /**
   * The first request for each name and domain. A second one waits for the next round, so that the
   * registry refuses it.
   */
  private static List<Candidate> firstOfEach(List<Candidate> candidates) {
    Set<TenantName> names = new HashSet<>();
    Set<DomainName> domains = new HashSet<>();
    return candidates.stream()
        .filter(
            candidate ->
                names.add(candidate.newcomer().name())
                    && domains.add(candidate.newcomer().domain()))
        .toList();
  }

  private void round(List<Candidate> candidates) throws SQLException {
    List<CheckedRequest> newcomers = candidates.stream().map(Candidate::newcomer).toList();
    Map<TenantName, TenantKey> all = new LinkedHashMap<>();
    newcomers.forEach(newcomer -> all.put(newcomer.name(), newcomer.key()));
    List<TenantName> before = registered(all).stream().map(Tenant::name).toList();
    Map<CheckedRequest, AddTenantResult> settled =
        registry.ask(
            (connection, sql) -> new TenantRegistration(registry, connection, sql).of(newcomers));
    Map<TenantName, TenantKey> keys = new LinkedHashMap<>(all);
    settled.keySet().forEach(newcomer -> keys.remove(newcomer.name()));
    Map<TenantName, Stage> stages = completed(registered(keys), keys, before);
    Map<TenantName, Tenant> now = new LinkedHashMap<>();
    registered(keys).forEach(tenant -> now.put(tenant.name(), tenant));
    for (Candidate candidate : candidates) {
      AddTenantResult known = settled.get(candidate.newcomer());
      results.put(
          candidate.place(), known == null ? result(candidate.newcomer(), stages, now) : known);
    }
  }

  /**
   * Completes the registered tenants. If no tenant of a batch becomes complete, the tenants that
   * this batch registered are removed from the registry.
   */
  private Map<TenantName, Stage> completed(
      List<Tenant> registered, Map<TenantName, TenantKey> keys, List<TenantName> before)
      throws SQLException {
    if (registered.isEmpty()) {
      return Map.of();
    }
    List<Tenant> added = registered.stream().filter(t -> !before.contains(t.name())).toList();
    Map<TenantName, Stage> stages;
    try {
      stages =
          new TenantJournal(registry)
              .ofAddition(
                  registered, () -> completion.of(registered, keys), TenantCompletion::whatIsLeft);
    } catch (SQLException | RuntimeException e) {
      forget(added, e);
      throw e;
    }
    if (added.size() > 1 && stages.values().stream().noneMatch(Stage.Whole.class::isInstance)) {
      new TenantUnregistration(registry).of(added);
    }
    return stages;
  }

  private void forget(List<Tenant> added, Exception cause) {
    try {
      new TenantUnregistration(registry).of(added);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private List<Tenant> registered(Map<TenantName, TenantKey> keys) throws SQLException {
    return registry.ask((connection, sql) -> sql.all(connection, keys.keySet()));
  }

  private static AddTenantResult result(
      CheckedRequest newcomer, Map<TenantName, Stage> stages, Map<TenantName, Tenant> now) {
    return switch (Objects.requireNonNull(stages.get(newcomer.name()))) {
      case Stage.Whole whole ->
          new AddTenantResult.Added(
              Objects.requireNonNull(now.get(newcomer.name())), newcomer.key());
      case Stage.Failed(String reason) -> new AddTenantResult.Failed(newcomer.name(), reason);
      case Stage.Waiting(String why) -> new AddTenantResult.Postponed(newcomer.name(), why);
    };
  }
}
