package shareddb.tenants;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import shareddb.names.ServerName;
import shareddb.settings.Login;

/** Tenants that are served, and have no database on their server, though that answers. */
public record LostDatabases(Registry registry) {

  /** None where all are in the workshop's database. */
  public List<Tenant> all() throws SQLException {
    if (registry.module().databases().isEmpty()) {
      return List.of();
    }
    List<Tenant> lost = new ArrayList<>();
    for (Map.Entry<ServerName, List<Tenant>> server : served().entrySet()) {
      Optional<Login> login = registry.servers().find(server.getKey());
      if (login.isPresent()) {
        lost.addAll(without(login.get(), server.getValue()));
      }
    }
    return List.copyOf(lost);
  }

  private Map<ServerName, List<Tenant>> served() throws SQLException {
    Map<ServerName, List<Tenant>> served = new TreeMap<>();
    for (TenantStatus status : List.of(TenantStatus.ACTIVE, TenantStatus.SUSPENDED)) {
      registry.each(
          Optional.of(status),
          tenant ->
              tenant
                  .database()
                  .ifPresent(
                      own ->
                          served
                              .computeIfAbsent(own.server(), name -> new ArrayList<>())
                              .add(tenant)));
    }
    return served;
  }

  private static List<Tenant> without(Login server, List<Tenant> tenants) {
    try (Connection connection = server.impatient().connect();
        PreparedStatement statement =
            connection.prepareStatement("SELECT datname FROM pg_catalog.pg_database");
        ResultSet rows = statement.executeQuery()) {
      Set<String> there = new HashSet<>();
      while (rows.next()) {
        there.add(rows.getString(1));
      }
      return tenants.stream()
          .filter(tenant -> !there.contains(tenant.database().orElseThrow().name().value()))
          .toList();
    } catch (SQLException e) {
      // Whoever upgrades hears of that by each of its tenants.
      return List.of();
    }
  }
}
