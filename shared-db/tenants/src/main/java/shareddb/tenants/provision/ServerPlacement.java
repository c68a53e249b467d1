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
 * Chooses the server of each new tenant's database: the requested one, or the one with the fewest
 * tenants.
 */
public final class ServerPlacement {

  private final TenantRegistry registry;
  private final Map<TenantName, TenantDatabase> places = new HashMap<>();
  private final Map<TenantName, String> problems = new HashMap<>();

  private ServerPlacement(TenantRegistry registry) {
    this.registry = registry;
  }

  /**
   * Places new tenants. A tenant that an earlier run began stays on its server.
   *
   * @param tenants the number of tenants on each server
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

  /**
   * The database that a relocated tenant would get here; empty if the module's tenants have no
   * databases of their own.
   */
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

  /** The tenant's database, if tenants have databases of their own. */
  TenantDatabase database(CheckedRequest newcomer) {
    return Objects.requireNonNull(places.get(newcomer.name()));
  }

  /** The reason why the tenant cannot have this database. */
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

  /**
   * Looks for databases that exist already. If a server does not answer, all its new tenants get
   * that as their problem.
   */
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
    try (Connection connection = login.reading().connect()) {
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
