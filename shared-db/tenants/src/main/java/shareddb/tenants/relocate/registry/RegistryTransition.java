package shareddb.tenants.relocate.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.tenants.registry.RegistrySql;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;

/** The moment in which a tenant stops being of one place and is of another: in one transaction. */
public final class RegistryTransition {

  /** How it is said of one that comes, where it comes from. */
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
   * In a registry.
   *
   * @param connection with the transaction
   */
  public static RegistryTransition in(TenantRegistry registry, Connection connection) {
    return new RegistryTransition(connection, RegistrySql.of(registry.module()));
  }

  /** Who serves one that has moved. */
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

  /** Who serves one that comes, also where it is being taken away again. */
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

  /** The status that a tenant is served in; nobody changes it until the transaction ends. */
  public Optional<TenantStatus> held(Tenant tenant) throws SQLException {
    String sql =
        "SELECT status FROM %s WHERE tenant_name = ? AND status IN ('active', 'suspended') FOR UPDATE"
            .formatted(table);
    return text(sql, tenant).map(TenantStatus::ofWord);
  }

  /** Whether it is coming; nobody changes that until the transaction ends. */
  public boolean arrives(Tenant tenant) throws SQLException {
    String sql =
        "SELECT status FROM %s WHERE tenant_name = ? AND status = 'arriving' FOR SHARE"
            .formatted(table);
    return text(sql, tenant).isPresent();
  }

  /** What its key is known by. */
  public Optional<String> keyHash(Tenant tenant) throws SQLException {
    return text("SELECT api_key_hash FROM %s WHERE tenant_name = ?".formatted(table), tenant);
  }

  /** Whether it was served here until now. */
  public boolean leaves(Tenant tenant, String movedTo) throws SQLException {
    return changes(
        "UPDATE %s SET status = 'moved', moved_to = ?, updated_at = clock_timestamp()"
            + " WHERE tenant_name = ? AND status IN ('active', 'suspended')",
        movedTo, tenant.name().value());
  }

  /** Whether it was coming until now. */
  public boolean settles(Tenant tenant, TenantStatus as, String keyHash) throws SQLException {
    return changes(
        "UPDATE %s SET status = ?, api_key_hash = ?, moved_to = NULL,"
            + " updated_at = clock_timestamp() WHERE tenant_name = ? AND status = 'arriving'",
        as.word(), keyHash, tenant.name().value());
  }

  /** Whether it was coming, and does not come any more; also where an earlier try was stopped. */
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
