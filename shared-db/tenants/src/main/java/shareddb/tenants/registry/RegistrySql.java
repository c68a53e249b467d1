package shareddb.tenants.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.names.ServerName;
import shareddb.base.names.TenantName;

/**
 * Reads and writes the rows of a registry. A module's registry may have more columns than these.
 *
 * @param hasDatabases whether the registry has the server and the database of each tenant
 */
public record RegistrySql(SchemaName schema, boolean hasDatabases) {

  private static final String TABLE = "tenant_registry";

  private static final String COLUMNS =
      "id, tenant_name, domain, schema_name, type, plan, status, failure, created_at, updated_at";

  /** The columns that only a registry with databases has. */
  public static final String OF_DATABASES = ", server_name, database_name";

  private static final int FETCHED_AT_ONCE = 500;

  public static RegistrySql of(TenantModule module) {
    return new RegistrySql(module.sharedSchema(), module.databases().isPresent());
  }

  /** The registry's table, quoted. */
  public String table() {
    return schema.quoted(TABLE);
  }

  /** The beginning of every query for tenants. */
  String select() {
    return "SELECT " + COLUMNS + (hasDatabases ? OF_DATABASES : "") + " FROM " + table() + " ";
  }

  Optional<Tenant> find(Connection connection, TenantName name) throws SQLException {
    return tenants(connection, "WHERE tenant_name = ?", name.value()).stream().findFirst();
  }

  Optional<Tenant> find(Connection connection, DatabaseName database) throws SQLException {
    return tenants(connection, "WHERE database_name = ?", database.value()).stream().findFirst();
  }

  public List<Tenant> all(Connection connection, Collection<TenantName> names) throws SQLException {
    return tenants(connection, "WHERE tenant_name = ANY (?) ORDER BY tenant_name", texts(names));
  }

  List<Tenant> page(
      Connection connection, Optional<TenantStatus> status, Optional<TenantName> after, int limit)
      throws SQLException {
    return tenants(
        connection,
        "WHERE status = coalesce(?, status) AND tenant_name > ? ORDER BY tenant_name LIMIT ?",
        status.map(TenantStatus::word),
        after.map(TenantName::value).orElse(""),
        limit);
  }

  /** The tenants that a condition selects. */
  public List<Tenant> tenants(Connection connection, String which, Object... values)
      throws SQLException {
    return Query.of(connection, select() + which, values).list(this::tenant);
  }

  /**
   * Reads the tenants with a cursor, so that only a few rows are in memory. The caller must have
   * turned off autocommit.
   */
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

  /** The number of tenants on each server. Empty if all tenants are in the workshop's database. */
  public Map<ServerName, Long> servers(Connection connection) throws SQLException {
    Map<ServerName, Long> servers = new TreeMap<>();
    if (hasDatabases) {
      Query.of(connection, inTable("SELECT server_name, count(*) FROM %s GROUP BY server_name"))
          .each(row -> servers.put(new ServerName(row.getString(1)), row.getLong(2)));
    }
    return servers;
  }

  SortedMap<TenantStatus, Long> counts(Connection connection) throws SQLException {
    SortedMap<TenantStatus, Long> counts = new TreeMap<>();
    for (TenantStatus status : TenantStatus.values()) {
      counts.put(status, 0L);
    }
    Query.of(connection, inTable("SELECT status, count(*) FROM %s GROUP BY status"))
        .each(row -> counts.put(TenantStatus.ofWord(row.getString(1)), row.getLong(2)));
    return counts;
  }

  /** Sets tenants that were being made, or had failed, to active. */
  public int activate(Connection connection, Collection<TenantName> names) throws SQLException {
    return update(
        connection,
        """
        UPDATE %s
        SET status = 'active', failure = NULL, updated_at = clock_timestamp()
        WHERE tenant_name = ANY (?) AND status IN ('provisioning', 'failed')
        """,
        texts(names));
  }

  /** Sets tenants to failed, each with its reason. */
  public int fail(Connection connection, Map<TenantName, String> reasons) throws SQLException {
    return update(
        connection,
        """
        UPDATE %s
        SET status = 'failed', failure = given.reason, updated_at = clock_timestamp()
        FROM unnest(?::text[], ?::text[]) AS given (name, reason)
        WHERE tenant_name = given.name AND status IN ('provisioning', 'failed')
        """,
        texts(reasons.keySet()),
        reasons.values());
  }

  /**
   * Changes the status of a tenant and returns its new row. Empty if its status is neither the old
   * nor the new one.
   */
  public Optional<Tenant> change(Connection connection, Tenant tenant, TenantStatus to)
      throws SQLException {
    int changed =
        update(
            connection,
            // The statement may run again after a lost connection. It accepts both the old and the
            // new status, so that the second run has the same result.
            "UPDATE %s SET status = ?, updated_at = clock_timestamp()"
                + " WHERE id = ? AND status IN (?, ?)",
            to.word(),
            tenant.id(),
            tenant.status().word(),
            to.word());
    return changed == 1 ? find(connection, tenant.name()) : Optional.empty();
  }

  public int key(Connection connection, TenantName name, TenantKey key) throws SQLException {
    return update(
        connection,
        "UPDATE %s SET api_key_hash = ?, updated_at = clock_timestamp() WHERE tenant_name = ?",
        key.hash(),
        name.value());
  }

  public int delete(Connection connection, Tenant tenant) throws SQLException {
    return update(connection, "DELETE FROM %s WHERE id = ? AND status = 'removing'", tenant.id());
  }

  /** Deletes the rows of tenants that were registered and have no schema. */
  public int forget(Connection connection, Collection<TenantName> names) throws SQLException {
    return update(
        connection,
        """
        DELETE FROM %s
        WHERE tenant_name = ANY (?) AND status IN ('provisioning', 'failed')
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = schema_name)
        """,
        texts(names));
  }

  /** Runs a statement in which {@code %s} stands for the registry's table. */
  int update(Connection connection, String sql, Object... values) throws SQLException {
    return Query.of(connection, inTable(sql), values).update();
  }

  private String inTable(String sql) {
    return sql.formatted(table());
  }

  private static List<String> texts(Collection<TenantName> names) {
    return names.stream().map(TenantName::value).toList();
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
