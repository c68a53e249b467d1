package shareddb.tenants;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import shareddb.names.SchemaName;
import shareddb.names.TenantName;

/** Reads the registry; a module's own may have more columns than these. */
record RegistrySql(SchemaName schema) {

  private static final String TABLE = "tenant_registry";

  private static final String COLUMNS =
      "id, tenant_name, domain, schema_name, type, plan, status, failure, created_at, updated_at";

  private static final int FETCHED_AT_ONCE = 500;

  /** As it stands in SQL. */
  String table() {
    return schema.quoted(TABLE);
  }

  /** The beginning of every query for tenants. */
  String select() {
    return "SELECT " + COLUMNS + " FROM " + table() + " ";
  }

  Optional<Tenant> find(Connection connection, TenantName name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(select() + "WHERE tenant_name = ?")) {
      statement.setString(1, name.value());
      return rows(statement).stream().findFirst();
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

  static List<Tenant> rows(PreparedStatement statement) throws SQLException {
    List<Tenant> tenants = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        tenants.add(tenant(rows));
      }
    }
    return List.copyOf(tenants);
  }

  private static Tenant tenant(ResultSet row) throws SQLException {
    return new Tenant(
        row.getLong("id"),
        new TenantName(row.getString("tenant_name")),
        row.getString("domain"),
        new SchemaName(row.getString("schema_name")),
        row.getString("type"),
        Optional.ofNullable(row.getString("plan")),
        TenantStatus.ofWord(row.getString("status")),
        Optional.ofNullable(row.getString("failure")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
