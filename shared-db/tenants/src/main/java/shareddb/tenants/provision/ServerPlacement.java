package shareddb.tenants.provision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.ServerName;
import shareddb.base.names.TenantName;
import shareddb.base.settings.Login;
import shareddb.base.track.TrackDatabase.EachTenants;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantDatabase;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.UnknownServer;

/**
 * On which server each newcomer's database is to be: the one that was asked for, else the one with
 * the fewest tenants.
 */
public final class ServerPlacement {

  private final TenantRegistry registry;
  private final Map<TenantName, TenantDatabase> places = new HashMap<>();
  private final Map<TenantName, String> problems = new HashMap<>();

  private ServerPlacement(TenantRegistry registry) {
    this.registry = registry;
  }

  /**
   * For newcomers of whom some may have been begun before: they stay where they were begun.
   *
   * @param tenants how many are on each server
   */
  static ServerPlacement of(
      TenantRegistry registry,
      Map<ServerName, Long> tenants,
      List<CheckedRequest> newcomers,
      List<Tenant> known) {
    ServerPlacement placement = new ServerPlacement(registry);
    Set<TenantName> begun = known.stream().map(Tenant::name).collect(Collectors.toSet());
    registry
        .module()
        .databases()
        .ifPresent(
            pattern ->
                placement.place(
                    pattern,
                    tenants,
                    newcomers.stream().filter(one -> !begun.contains(one.name())).toList()));
    known.forEach(one -> one.database().ifPresent(own -> placement.places.put(one.name(), own)));
    return placement;
  }

  /** Where somebody's would be who is not a newcomer; nothing where none has one of its own. */
  public static Optional<TenantDatabase> expected(
      TenantRegistry registry, TenantName name, Optional<ServerName> wanted) throws SQLException {
    Optional<EachTenants> pattern = registry.module().databases();
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    NavigableMap<ServerName, Long> counts = new TreeMap<>();
    registry.servers().names().forEach(server -> counts.put(server, 0L));
    registry.ask((connection, sql) -> sql.servers(connection)).forEach(counts::replace);
    ServerName server = wanted.orElseGet(() -> emptiest(counts));
    if (registry.servers().find(server).isEmpty()) {
      throw new UnknownServer(server, name, registry.servers());
    }
    return Optional.of(new TenantDatabase(server, pattern.get().of(name)));
  }

  /** Where each has one of its own. */
  TenantDatabase database(CheckedRequest newcomer) {
    return Objects.requireNonNull(places.get(newcomer.name()));
  }

  /** Why it cannot be there. */
  Optional<String> problem(CheckedRequest newcomer) {
    return Optional.ofNullable(problems.get(newcomer.name()));
  }

  private void place(
      EachTenants pattern, Map<ServerName, Long> tenants, List<CheckedRequest> newcomers) {
    SortedMap<ServerName, Long> counts = new TreeMap<>();
    for (ServerName server : registry.servers().names()) {
      counts.put(server, tenants.getOrDefault(server, 0L));
    }
    for (CheckedRequest newcomer : newcomers) {
      ServerName server = newcomer.server().orElseGet(() -> emptiest(counts));
      counts.merge(server, 1L, Long::sum);
      places.put(newcomer.name(), new TenantDatabase(server, pattern.of(newcomer.name())));
    }
    Map<ServerName, Set<TenantName>> asked = new TreeMap<>();
    places.forEach(
        (name, place) ->
            asked.computeIfAbsent(place.server(), server -> new HashSet<>()).add(name));
    asked.forEach(this::look);
  }

  private static ServerName emptiest(SortedMap<ServerName, Long> counts) {
    return counts.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** Of a server that does not answer nobody knows what is on it. */
  private void look(ServerName server, Set<TenantName> names) {
    Login login = registry.servers().find(server).orElseThrow();
    try {
      Set<DatabaseName> there = there(login.impatient(), names);
      for (TenantName name : names) {
        DatabaseName database = Objects.requireNonNull(places.get(name)).name();
        if (there.contains(database)) {
          problems.put(
              name,
              "database "
                  + database.quoted()
                  + " is there already, and no tenant's: look what it is");
        }
      }
    } catch (SQLException e) {
      String why =
          "server %s (%s) does not answer: %s".formatted(server, login.address(), e.getMessage());
      names.forEach(name -> problems.put(name, why));
    }
  }

  private Set<DatabaseName> there(Login login, Set<TenantName> names) throws SQLException {
    try (Connection connection = login.connect()) {
      return Set.copyOf(
          Query.of(
                  connection,
                  "SELECT datname FROM pg_catalog.pg_database WHERE datname = ANY (?)",
                  names.stream()
                      .map(name -> Objects.requireNonNull(places.get(name)).name().value())
                      .toList())
              .list(row -> new DatabaseName(row.getString(1))));
    }
  }
}
