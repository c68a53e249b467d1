package shareddb.tenants.relocate.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.tenants.registry.RegistrySql;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;

/**
 * Changes a tenant's row in the registry when it leaves or arrives, within the caller's
 * transaction.
 */
public final class RegistryTransition {

  /**
   * Prefix of {@code moved_to} for a tenant that is arriving: the place that it comes from follows.
   */
  private static final String FROM = "from ";

  private static final String COMES =
      "status IN ('arriving', 'removing') AND moved_to LIKE '" + FROM + "%'";

  private final Connection connection;
  private final String table;

  RegistryTransition(Connection connection, RegistrySql sql) {
    this.connection = connection;
    this.table = sql.table();
  }

  /**
   * A transition in a registry.
   *
   * @param connection the session whose transaction makes the change
   */
  public static RegistryTransition in(TenantRegistry registry, Connection connection) {
    return new RegistryTransition(connection, RegistrySql.of(registry.module()));
  }

  /** The place that serves a tenant that has moved. */
  public static Optional<String> movedTo(TenantRegistry registry, Tenant tenant)
      throws SQLException {
    return registry.ask(
        (connection, sql) ->
            new RegistryTransition(connection, sql)
                .text(
                    "SELECT moved_to FROM %s WHERE tenant_name = ? AND status = 'moved'"
                        .formatted(sql.table()),
                    tenant));
  }

  /** The place that serves a tenant that is arriving, or whose arrival is being undone. */
  public static Optional<String> comesFrom(TenantRegistry registry, Tenant tenant)
      throws SQLException {
    return registry.ask(
        (connection, sql) ->
            new RegistryTransition(connection, sql)
                .text(
                    "SELECT substr(moved_to, %d) FROM %s WHERE tenant_name = ? AND %s"
                        .formatted(FROM.length() + 1, sql.table(), COMES),
                    tenant));
  }

  static String comingFrom(String place) {
    return FROM + place;
  }

  /** The status in which the tenant is served. The row is locked until the transaction ends. */
  public Optional<TenantStatus> held(Tenant tenant) throws SQLException {
    String sql =
        "SELECT status FROM %s WHERE tenant_name = ? AND status IN ('active', 'suspended') FOR UPDATE"
            .formatted(table);
    return text(sql, tenant).map(TenantStatus::ofWord);
  }

  /**
   * Whether the tenant is arriving. The row is locked, so this stays true until the transaction
   * ends.
   */
  public boolean arrives(Tenant tenant) throws SQLException {
    String sql =
        "SELECT status FROM %s WHERE tenant_name = ? AND status = 'arriving' FOR SHARE"
            .formatted(table);
    return text(sql, tenant).isPresent();
  }

  /** The hash of its key. */
  public Optional<String> keyHash(Tenant tenant) throws SQLException {
    return text("SELECT api_key_hash FROM %s WHERE tenant_name = ?".formatted(table), tenant);
  }

  /** Marks the tenant as moved; false if it was not served here. */
  public boolean leaves(Tenant tenant, String movedTo) throws SQLException {
    return changes(
        "UPDATE %s SET status = 'moved', moved_to = ?, updated_at = clock_timestamp()"
            + " WHERE tenant_name = ? AND status IN ('active', 'suspended')",
        movedTo, tenant.name().value());
  }

  /** Marks an arriving tenant as served; false if it was not arriving. */
  public boolean settles(Tenant tenant, TenantStatus as, String keyHash) throws SQLException {
    return changes(
        "UPDATE %s SET status = ?, api_key_hash = ?, moved_to = NULL,"
            + " updated_at = clock_timestamp() WHERE tenant_name = ? AND status = 'arriving'",
        as.word(), keyHash, tenant.name().value());
  }

  /** Marks an arriving tenant as removing; true also if an earlier try did so and stopped. */
  boolean turnsBack(Tenant tenant) throws SQLException {
    return changes(
        "UPDATE %s SET status = 'removing', updated_at = clock_timestamp()"
            + (" WHERE tenant_name = ? AND (status = 'arriving' OR " + COMES + ")")
                .replace("%", "%%"),
        tenant.name().value());
  }

  boolean delete(Tenant tenant, String status) throws SQLException {
    return changes(
        "DELETE FROM %s WHERE tenant_name = ? AND status = ?", tenant.name().value(), status);
  }

  private boolean changes(String sql, Object... values) throws SQLException {
    return Query.of(connection, sql.formatted(table), values).update() == 1;
  }

  private Optional<String> text(String sql, Tenant tenant) throws SQLException {
    return Query.of(connection, sql, tenant.name().value()).first(row -> row.getString(1));
  }
}
