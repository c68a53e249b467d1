package shareddb.tenants.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.NearestName;
import shareddb.base.names.TenantName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Servers;
import shareddb.base.settings.Settings;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Target;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;

/**
 * The registry of a module's tenants. The tool reads it as the administrator.
 *
 * @param admin the login to the database that has the registry
 * @param servers the servers that may have tenants' own databases
 */
public record TenantRegistry(Login admin, TenantModule module, Servers servers) {

  /** SQLSTATEs for a missing table or column: the shared schema is missing or not up to date. */
  private static final Set<String> NOT_THERE = Set.of("42P01", "42703");

  public TenantRegistry(Settings settings, TenantModule module) {
    this(settings.admin(), module, settings.servers());
  }

  /** A query that may run twice. */
  public interface Question<R> {
    public R ask(Connection connection, RegistrySql sql) throws SQLException;
  }

  public Optional<Tenant> find(TenantName name) throws SQLException {
    return ask((connection, sql) -> sql.find(connection, name));
  }

  /**
   * Gives the consumer all tenants, or those of one status, by name. Only a few rows are in memory
   * at once.
   */
  public void each(Optional<TenantStatus> status, Consumer<Tenant> consumer) throws SQLException {
    ask(
        (connection, sql) -> {
          connection.setAutoCommit(false);
          return sql.each(connection, status, consumer);
        });
  }

  /** The next tenants after a name, by name. */
  public List<Tenant> page(Optional<TenantStatus> status, Optional<TenantName> after, int limit)
      throws SQLException {
    return ask((connection, sql) -> sql.page(connection, status, after, limit));
  }

  /** The number of tenants of each status, including 0. */
  public SortedMap<TenantStatus, Long> counts() throws SQLException {
    return ask((connection, sql) -> sql.counts(connection));
  }

  /** The tenant's name that is most like the typed one. */
  public Optional<String> nearest(String typed) throws SQLException {
    List<String> names = new ArrayList<>();
    each(Optional.empty(), tenant -> names.add(tenant.name().value()));
    return NearestName.to(typed, names);
  }

  /** The target of the tenant's track. */
  public Target target(Tenant tenant) {
    return new Target(
        tenant.database().map(own -> login(own, tenant)).orElse(admin), tenant.schema());
  }

  private Login login(TenantDatabase own, Tenant tenant) {
    return servers
        .find(own.server())
        .orElseThrow(() -> new UnknownServer(own.server(), tenant.name(), servers))
        .to(own.name());
  }

  /** The tenant that has this database. */
  public Optional<Tenant> find(DatabaseName database) throws SQLException {
    return module.databases().isEmpty()
        ? Optional.empty()
        : ask((connection, sql) -> sql.find(connection, database));
  }

  public FleetTarget member(Tenant tenant) {
    return new FleetTarget(tenant.name().value(), target(tenant), tenant.status().isMade());
  }

  /**
   * The targets of the tenant track, without tenants that are being removed, tenants that a
   * relocation brings here, and tenants that were relocated to another module.
   */
  public FleetTargets members() {
    return new RegisteredTargets(this);
  }

  /** The targets of the tenants that a condition selects, among those that {@link #members} has. */
  public FleetTargets members(Predicate<Tenant> condition) throws SQLException {
    return FleetTargets.of(new RegisteredTargets(this).having(condition));
  }

  /**
   * Asks the registry's database. The question may run twice: if its connection is lost, it runs
   * again on a new one.
   */
  public <R> R ask(Question<R> question) throws SQLException {
    try {
      return LostConnection.doneAgain(
          admin.reading()::connect,
          WaitLimits.PATIENCE,
          connection -> question.ask(connection, RegistrySql.of(module)));
    } catch (SQLException e) {
      if (NOT_THERE.contains(e.getSQLState())) {
        throw new MissingRegistry(module);
      }
      throw e;
    }
  }
}
