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
 * Reads the registry; a module's own may have more columns than these.
 *
 * @param hasDatabases whether it says in which database of which server each tenant is
 */
public record RegistrySql(SchemaName schema, boolean hasDatabases) {

  private static final String TABLE = "tenant_registry";

  private static final String COLUMNS =
      "id, tenant_name, domain, schema_name, type, plan, status, failure, created_at, updated_at";

  /** What it says more. */
  public static final String OF_DATABASES = ", server_name, database_name";

  private static final int FETCHED_AT_ONCE = 500;

  public static RegistrySql of(TenantModule module) {
    return new RegistrySql(module.sharedSchema(), module.databases().isPresent());
  }

  /** As it stands in SQL. */
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

  /** Those that a condition names. */
  public List<Tenant> tenants(Connection connection, String which, Object... values)
      throws SQLException {
    return Query.of(connection, select() + which, values).list(this::tenant);
  }

  /** However many there are, few of them are in memory: in a transaction of the caller's. */
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

  /** How many tenants are on each server; nothing where all are in the workshop's database. */
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

  /** That they are whole now. */
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

  /** Why each of them could not be made. */
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

  /** As it is then; nothing where its status was another one meanwhile. */
  public Optional<Tenant> change(Connection connection, Tenant tenant, TenantStatus to)
      throws SQLException {
    int changed =
        update(
            connection,
            // Done once more after a connection was lost, it comes to the same.
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

  /** Those that were registered and not made. */
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

  /** Changes the registry, which stands as {@code %s} in the statement. */
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
