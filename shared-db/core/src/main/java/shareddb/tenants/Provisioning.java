package shareddb.tenants;

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
import shareddb.names.DomainName;
import shareddb.names.TenantName;
import shareddb.tenants.Completion.Stage;

/** Makes tenants of wishes: checks all of them, registers those that can be, completes these. */
final class Provisioning {

  /** A wish with which nothing is wrong in itself, and its place among the others. */
  private record Candidate(int place, Newcomer newcomer) {}

  private final Registry registry;
  private final Duration patience;
  private final Completion completion;
  private final SortedMap<Integer, AddResult> results = new TreeMap<>();

  Provisioning(Registry registry, Duration patience, KeyReceiver receiver) {
    this.registry = registry;
    this.patience = patience;
    this.completion = new Completion(registry, patience, receiver);
  }

  /** A result for each wish, in their order. */
  List<AddResult> of(List<TenantWish> wishes) throws SQLException {
    List<Candidate> candidates = candidates(wishes);
    if (!candidates.isEmpty()
        && RegistryLock.during(registry, patience, () -> alone(candidates)).isEmpty()) {
      postpone(candidates);
    }
    return List.copyOf(results.values());
  }

  private List<Candidate> candidates(List<TenantWish> wishes) {
    List<String> types = new TenantTypes(registry.module().types()).names();
    List<Candidate> candidates = new ArrayList<>();
    for (int place = 0; place < wishes.size(); place++) {
      switch (Newcomer.check(wishes.get(place), types, registry)) {
        case Newcomer.Check.Right(Newcomer newcomer) ->
            candidates.add(new Candidate(place, newcomer));
        case Newcomer.Check.Wrong(List<String> problems) ->
            results.put(place, new AddResult.Refused(problems));
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
                new AddResult.Postponed(candidate.newcomer().name(), RegistryLock.SOMEBODY)));
  }

  /** Who comes twice is told so by the registry, once the first one is in it. */
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
    List<Newcomer> newcomers = candidates.stream().map(Candidate::newcomer).toList();
    Map<TenantName, TenantKey> all = new LinkedHashMap<>();
    newcomers.forEach(newcomer -> all.put(newcomer.name(), newcomer.key()));
    List<TenantName> before = registered(all).stream().map(Tenant::name).toList();
    Map<Newcomer, AddResult> settled =
        registry.ask(
            (connection, sql) -> new Registration(registry, connection, sql).of(newcomers));
    Map<TenantName, TenantKey> keys = new LinkedHashMap<>(all);
    settled.keySet().forEach(newcomer -> keys.remove(newcomer.name()));
    Map<TenantName, Stage> stages = completed(registered(keys), keys, before);
    Map<TenantName, Tenant> now = new LinkedHashMap<>();
    registered(keys).forEach(tenant -> now.put(tenant.name(), tenant));
    for (Candidate candidate : candidates) {
      AddResult known = settled.get(candidate.newcomer());
      results.put(
          candidate.place(), known == null ? result(candidate.newcomer(), stages, now) : known);
    }
  }

  /** Where not one of a batch could be made, those that were not known before are forgotten. */
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
                  registered, () -> completion.of(registered, keys), Completion::whatIsLeft);
    } catch (SQLException | RuntimeException e) {
      forget(added, e);
      throw e;
    }
    if (added.size() > 1 && stages.values().stream().noneMatch(Stage.Whole.class::isInstance)) {
      new Unregistration(registry).of(added);
    }
    return stages;
  }

  private void forget(List<Tenant> added, Exception cause) {
    try {
      new Unregistration(registry).of(added);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private List<Tenant> registered(Map<TenantName, TenantKey> keys) throws SQLException {
    return registry.ask((connection, sql) -> sql.all(connection, keys.keySet()));
  }

  private static AddResult result(
      Newcomer newcomer, Map<TenantName, Stage> stages, Map<TenantName, Tenant> now) {
    return switch (Objects.requireNonNull(stages.get(newcomer.name()))) {
      case Stage.Whole whole ->
          new AddResult.Added(Objects.requireNonNull(now.get(newcomer.name())), newcomer.key());
      case Stage.Failed(String reason) -> new AddResult.Failed(newcomer.name(), reason);
      case Stage.Waiting(String why) -> new AddResult.Postponed(newcomer.name(), why);
    };
  }
}
