package shareddb.tenants;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import shareddb.jdbc.Query;
import shareddb.names.DatabaseName;
import shareddb.names.SchemaName;
import shareddb.names.ServerName;
import shareddb.names.TenantName;

/**
 * Reads the registry; a module's own may have more columns than these.
 *
 * @param hasDatabases whether it says in which database of which server each tenant is
 */
record RegistrySql(SchemaName schema, boolean hasDatabases) {

  private static final String TABLE = "tenant_registry";

  private static final String COLUMNS =
      "id, tenant_name, domain, schema_name, type, plan, status, failure, created_at, updated_at";

  /** What it says more. */
  static final String OF_DATABASES = ", server_name, database_name";

  private static final int FETCHED_AT_ONCE = 500;

  static RegistrySql of(TenantModule module) {
    return new RegistrySql(module.sharedSchema(), module.databases().isPresent());
  }

  /** As it stands in SQL. */
  String table() {
    return schema.quoted(TABLE);
  }

  /** The beginning of every query for tenants. */
  String select() {
    return "SELECT " + COLUMNS + (hasDatabases ? OF_DATABASES : "") + " FROM " + table() + " ";
  }

  Optional<Tenant> find(Connection connection, TenantName name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(select() + "WHERE tenant_name = ?")) {
      statement.setString(1, name.value());
      return rows(statement).stream().findFirst();
    }
  }

  Optional<Tenant> find(Connection connection, DatabaseName database) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(select() + "WHERE database_name = ?")) {
      statement.setString(1, database.value());
      return rows(statement).stream().findFirst();
    }
  }

  /** How many tenants are on each server; nothing where all are in the workshop's database. */
  Map<ServerName, Long> servers(Connection connection) throws SQLException {
    Map<ServerName, Long> servers = new TreeMap<>();
    if (hasDatabases) {
      String sql = "SELECT server_name, count(*) FROM " + table() + " GROUP BY server_name";
      try (PreparedStatement statement = connection.prepareStatement(sql);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          servers.put(new ServerName(rows.getString(1)), rows.getLong(2));
        }
      }
    }
    return servers;
  }

  /** That they are whole now. */
  int activate(Connection connection, Collection<TenantName> names) throws SQLException {
    String sql =
        """
        UPDATE %s
        SET status = 'active', failure = NULL, updated_at = clock_timestamp()
        WHERE tenant_name = ANY (?) AND status IN ('provisioning', 'failed')
        """
            .formatted(table());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(
          1, connection.createArrayOf("text", names.stream().map(TenantName::value).toArray()));
      return statement.executeUpdate();
    }
  }

  int each(Connection connection, Optional<TenantStatus> status, Consumer<Tenant> consumer)
      throws SQLException {
    String sql = select() + "WHERE status = coalesce(?, status) ORDER BY tenant_name";
    int count = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, status.map(TenantStatus::word).orElse(null));
      statement.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          consumer.accept(tenant(rows));
          count++;
        }
      }
    }
    return count;
  }

  List<Tenant> page(
      Connection connection, Optional<TenantStatus> status, Optional<TenantName> after, int limit)
      throws SQLException {
    String sql =
        select()
            + "WHERE status = coalesce(?, status) AND tenant_name > ? ORDER BY tenant_name LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, status.map(TenantStatus::word).orElse(null));
      statement.setString(2, after.map(TenantName::value).orElse(""));
      statement.setInt(3, limit);
      return rows(statement);
    }
  }

  SortedMap<TenantStatus, Long> counts(Connection connection) throws SQLException {
    SortedMap<TenantStatus, Long> counts = new TreeMap<>();
    for (TenantStatus status : TenantStatus.values()) {
      counts.put(status, 0L);
    }
    String sql = "SELECT status, count(*) FROM " + table() + " GROUP BY status";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        counts.put(TenantStatus.ofWord(rows.getString(1)), rows.getLong(2));
      }
    }
    return counts;
  }

  List<Tenant> all(Connection connection, Collection<TenantName> names) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            select() + "WHERE tenant_name = ANY (?) ORDER BY tenant_name")) {
      statement.setArray(
          1, connection.createArrayOf("text", names.stream().map(TenantName::value).toArray()));
      return rows(statement);
    }
  }

  /** Why each of them could not be made. */
  int fail(Connection connection, Map<TenantName, String> reasons) throws SQLException {
    String sql =
        """
        UPDATE %s
        SET status = 'failed', failure = given.reason, updated_at = clock_timestamp()
        FROM unnest(?::text[], ?::text[]) AS given (name, reason)
        WHERE tenant_name = given.name AND status IN ('provisioning', 'failed')
        """
            .formatted(table());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "text", reasons.keySet().stream().map(TenantName::value).toArray()));
      statement.setArray(2, connection.createArrayOf("text", reasons.values().toArray()));
      return statement.executeUpdate();
    }
  }

  /** As it is then; nothing where its status was another one meanwhile. */
  Optional<Tenant> change(Connection connection, Tenant tenant, TenantStatus to)
      throws SQLException {
    String sql =
        "UPDATE %s SET status = ?, updated_at = clock_timestamp()".formatted(table())
            // Done once more after a connection was lost, it comes to the same.
            + " WHERE id = ? AND status IN (?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, to.word());
      statement.setLong(2, tenant.id());
      statement.setString(3, tenant.status().word());
      statement.setString(4, to.word());
      return statement.executeUpdate() == 1 ? find(connection, tenant.name()) : Optional.empty();
    }
  }

  int key(Connection connection, TenantName name, TenantKey key) throws SQLException {
    String sql =
        "UPDATE %s SET api_key_hash = ?, updated_at = clock_timestamp() WHERE tenant_name = ?"
            .formatted(table());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, key.hash());
      statement.setString(2, name.value());
      return statement.executeUpdate();
    }
  }

  int delete(Connection connection, Tenant tenant) throws SQLException {
    String sql = "DELETE FROM %s WHERE id = ? AND status = 'removing'".formatted(table());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, tenant.id());
      return statement.executeUpdate();
    }
  }

  /** Those that were registered and not made. */
  int forget(Connection connection, Collection<TenantName> names) throws SQLException {
    return Query.of(
            connection,
            """
            DELETE FROM %s
            WHERE tenant_name = ANY (?) AND status IN ('provisioning', 'failed')
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = schema_name)
            """
                .formatted(table()),
            names.stream().map(TenantName::value).toList())
        .update();
  }

  List<Tenant> rows(PreparedStatement statement) throws SQLException {
    List<Tenant> tenants = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        tenants.add(tenant(rows));
      }
    }
    return List.copyOf(tenants);
  }

  private static TenantDatabase database(ResultSet row) throws SQLException {
    return new TenantDatabase(
        new ServerName(row.getString("server_name")),
        new DatabaseName(row.getString("database_name")));
  }

  private Tenant tenant(ResultSet row) throws SQLException {
    return new Tenant(
        row.getLong("id"),
        new TenantName(row.getString("tenant_name")),
        row.getString("domain"),
        new SchemaName(row.getString("schema_name")),
        hasDatabases ? Optional.of(database(row)) : Optional.empty(),
        row.getString("type"),
        Optional.ofNullable(row.getString("plan")),
        TenantStatus.ofWord(row.getString("status")),
        Optional.ofNullable(row.getString("failure")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
