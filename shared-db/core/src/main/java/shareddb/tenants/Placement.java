package shareddb.tenants;

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
import shareddb.jdbc.Query;
import shareddb.names.DatabaseName;
import shareddb.names.ServerName;
import shareddb.names.TenantName;
import shareddb.settings.Login;
import shareddb.track.TrackDatabase.EachTenants;

/**
 * On which server each newcomer's database is to be: the one that was asked for, else the one with
 * the fewest tenants.
 */
final class Placement {

  private final Registry registry;
  private final Map<TenantName, TenantDatabase> places = new HashMap<>();
  private final Map<TenantName, String> problems = new HashMap<>();

  private Placement(Registry registry) {
    this.registry = registry;
  }

  /**
   * For newcomers of whom some may have been begun before: they stay where they were begun.
   *
   * @param tenants how many are on each server
   */
  static Placement of(
      Registry registry,
      Map<ServerName, Long> tenants,
      List<Newcomer> newcomers,
      List<Tenant> known) {
    Placement placement = new Placement(registry);
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
  static Optional<TenantDatabase> expected(
      Registry registry, TenantName name, Optional<ServerName> wanted) throws SQLException {
    Optional<EachTenants> pattern = registry.module().databases();
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    NavigableMap<ServerName, Long> counts = new TreeMap<>();
    registry.servers().names().forEach(server -> counts.put(server, 0L));
    registry.ask((connection, sql) -> sql.servers(connection)).forEach(counts::replace);
    ServerName server = wanted.orElseGet(() -> emptiest(counts));
    if (registry.servers().find(server).isEmpty()) {
      throw new NoServer(server, name, registry.servers());
    }
    return Optional.of(new TenantDatabase(server, pattern.get().of(name)));
  }

  /** Where each has one of its own. */
  TenantDatabase database(Newcomer newcomer) {
    return Objects.requireNonNull(places.get(newcomer.name()));
  }

  /** Why it cannot be there. */
  Optional<String> problem(Newcomer newcomer) {
    return Optional.ofNullable(problems.get(newcomer.name()));
  }

  private void place(EachTenants pattern, Map<ServerName, Long> tenants, List<Newcomer> newcomers) {
    SortedMap<ServerName, Long> counts = new TreeMap<>();
    for (ServerName server : registry.servers().names()) {
      counts.put(server, tenants.getOrDefault(server, 0L));
    }
    for (Newcomer newcomer : newcomers) {
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
