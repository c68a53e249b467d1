package shareddb.tenants.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.NearestName;
import shareddb.base.names.TenantName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Servers;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.tenants.fleet.target.FleetTarget;
import shareddb.tenants.fleet.target.FleetTargets;

/**
 * Who a module's tenants are, as its registry has it; read as the administrator.
 *
 * @param admin to the database with the registry
 * @param servers where tenants may be that have databases of their own
 */
public record TenantRegistry(Login admin, TenantModule module, Servers servers) {

  /** No such table, or no such column: the shared schema is not there, or not up to date. */
  private static final Set<String> NOT_THERE = Set.of("42P01", "42703");

  public TenantRegistry(Settings settings, TenantModule module) {
    this(settings.admin(), module, settings.servers());
  }

  /** For how long a server is asked again that was lost in the middle. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What is asked of the registry's database. */
  public interface Question<R> {
    public R ask(Connection connection, RegistrySql sql) throws SQLException;
  }

  public Optional<Tenant> find(TenantName name) throws SQLException {
    return ask((connection, sql) -> sql.find(connection, name));
  }

  /** All, or those of one status, by name, one after the other: however many, few in memory. */
  public void each(Optional<TenantStatus> status, Consumer<Tenant> consumer) throws SQLException {
    ask(
        (connection, sql) -> {
          connection.setAutoCommit(false);
          return sql.each(connection, status, consumer);
        });
  }

  /** The next ones behind a name, by name. */
  public List<Tenant> page(Optional<TenantStatus> status, Optional<TenantName> after, int limit)
      throws SQLException {
    return ask((connection, sql) -> sql.page(connection, status, after, limit));
  }

  /** How many there are of each status; of every one, be it none. */
  public SortedMap<TenantStatus, Long> counts() throws SQLException {
    return ask((connection, sql) -> sql.counts(connection));
  }

  /** The name that somebody may have meant who typed another one. */
  public Optional<String> nearest(String typed) throws SQLException {
    List<String> names = new ArrayList<>();
    each(Optional.empty(), tenant -> names.add(tenant.name().value()));
    return NearestName.to(typed, names);
  }

  /** Where the tenant's track is applied. */
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

  /** The tenant whose own database this is. */
  public Optional<Tenant> find(DatabaseName database) throws SQLException {
    return module.databases().isEmpty()
        ? Optional.empty()
        : ask((connection, sql) -> sql.find(connection, database));
  }

  public FleetTarget member(Tenant tenant) {
    return new FleetTarget(tenant.name().value(), target(tenant), tenant.status().isMade());
  }

  /** The targets of the tenants' track: all but those that go, come or have gone. */
  public FleetTargets members() {
    return new RegisteredTargets(this);
  }

  /** What is asked may be asked twice: it is, where the connection is lost. */
  public <R> R ask(Question<R> question) throws SQLException {
    try {
      return LostConnection.doneAgain(
          admin::connect, PATIENCE, connection -> question.ask(connection, RegistrySql.of(module)));
    } catch (SQLException e) {
      if (NOT_THERE.contains(e.getSQLState())) {
        throw new MissingRegistry(module);
      }
      throw e;
    }
  }
}
