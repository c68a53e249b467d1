package shareddb.tenants.relocate.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.DomainName;
import shareddb.base.names.ServerName;
import shareddb.base.names.TenantName;
import shareddb.base.track.Target;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.lifecycle.DatabaseDrop;
import shareddb.tenants.lifecycle.DatabaseRename;
import shareddb.tenants.lifecycle.SchemaDrop;
import shareddb.tenants.lifecycle.TargetRemoval;
import shareddb.tenants.provision.ServerPlacement;
import shareddb.tenants.provision.TenantSchemaUpgrade;
import shareddb.tenants.registry.RegistryLock;
import shareddb.tenants.registry.RegistrySql;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;

/**
 * Makes and removes the rows and schemas of tenants that arrive from another place or have left for
 * one. Neither kind is served, and no fleet upgrade includes them.
 *
 * @param patience how long to wait for a session that holds a lock
 */
public record RelocatedTenants(TenantRegistry registry, Duration patience) {

  /**
   * The tenant as it will be in the registry, if it is not registered yet.
   *
   * @param server the server of its database; if empty, the server with the fewest tenants
   */
  public Tenant expected(
      TenantName name,
      DomainName domain,
      String type,
      Optional<String> plan,
      Optional<ServerName> server)
      throws SQLException {
    return new Tenant(
        0,
        name,
        domain.value(),
        registry.module().schemaOf(name),
        ServerPlacement.expected(registry, name, server),
        type,
        plan,
        TenantStatus.ARRIVING,
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /**
   * Registers the tenant and makes its schema, or continues with an earlier try.
   *
   * @param from the place that serves it
   */
  public ArrivalResult of(Tenant expected, String from, String keyHash) throws SQLException {
    return RegistryLock.during(registry, patience, () -> alone(expected, from, keyHash))
        .orElseGet(() -> new ArrivalResult.Postponed(RegistryLock.ANOTHER_SESSION));
  }

  private ArrivalResult alone(Tenant expected, String from, String keyHash) throws SQLException {
    if (isHalfGone(expected)) {
      Optional<String> inTheWay = turnBack(expected);
      if (inTheWay.isPresent()) {
        return new ArrivalResult.Postponed(inTheWay.get());
      }
    }
    return switch (look(expected, from)) {
      case ArrivalResult.Ready() -> made(expected, from, keyHash);
      case ArrivalResult.Refused refused -> refused;
      case ArrivalResult.Kept kept -> kept;
      case ArrivalResult.Postponed postponed -> postponed;
    };
  }

  /** Whether the tenant could come here; nothing is changed. */
  public ArrivalResult look(Tenant expected, String from) throws SQLException {
    if (is(expected, TenantStatus.MOVED)) {
      return new ArrivalResult.Kept();
    }
    List<String> problems = problems(expected, from);
    return problems.isEmpty() ? new ArrivalResult.Ready() : new ArrivalResult.Refused(problems);
  }

  private ArrivalResult made(Tenant expected, String from, String keyHash) throws SQLException {
    registry.ask((connection, sql) -> register(connection, sql, expected, from, keyHash));
    Tenant tenant = registry.find(expected.name()).orElseThrow();
    TenantSchemaUpgrade.Made made = new TenantSchemaUpgrade(registry, patience).of(List.of(tenant));
    if (made.there().contains(tenant.name())) {
      return new ArrivalResult.Ready();
    }
    return new ArrivalResult.Postponed(made.failed().getOrDefault(tenant.name(), made.why()));
  }

  /** Whether the tenant was arriving, and a command that undid the arrival was stopped. */
  private boolean isHalfGone(Tenant expected) throws SQLException {
    return is(expected, TenantStatus.REMOVING)
        && RegistryTransition.comesFrom(registry, expected).isPresent();
  }

  private boolean is(Tenant expected, TenantStatus status) throws SQLException {
    return registry.find(expected.name()).filter(t -> t.status() == status).isPresent();
  }

  private List<String> problems(Tenant expected, String from) throws SQLException {
    List<String> problems = new ArrayList<>();
    for (Tenant other : neighbours(expected)) {
      if (!other.name().equals(expected.name())) {
        problems.add(
            "domain " + expected.domain() + " or its schema is that of tenant " + other.name());
      } else if (other.status() != TenantStatus.ARRIVING && !isHalfGone(other)) {
        problems.add("there is a tenant " + other.name() + " already: " + other.status().word());
      }
    }
    RegistryTransition.comesFrom(registry, expected)
        .filter(other -> !other.equals(from))
        .ifPresent(
            other ->
                problems.add("tenant " + expected.name() + " comes from " + other + " already"));
    if (problems.isEmpty() && isForeign(expected)) {
      problems.add(
          "database "
              + registry.target(expected).admin().database().quoted()
              + " is there already");
    }
    return problems;
  }

  /** Whether its database exists and no earlier try has made it. */
  private boolean isForeign(Tenant expected) throws SQLException {
    return expected.database().isPresent()
        && registry.find(expected.name()).isEmpty()
        && ServerDatabases.exists(
            registry.target(expected).admin().to(ServerDatabases.MAINTENANCE),
            expected.database().get().name());
  }

  private List<Tenant> neighbours(Tenant expected) throws SQLException {
    return registry.ask(
        (connection, sql) ->
            sql.tenants(
                connection,
                "WHERE tenant_name = ? OR domain = ? OR schema_name = ?",
                expected.name().value(),
                expected.domain(),
                expected.schema().value()));
  }

  private static int register(
      Connection connection, RegistrySql sql, Tenant tenant, String from, String keyHash)
      throws SQLException {
    String insert =
        """
        INSERT INTO %s (tenant_name, domain, schema_name, api_key_hash, type, plan, moved_to, status%s)
        VALUES (?, ?, ?, ?, ?, coalesce(?, 'standard'), ?, 'arriving'%s)
        ON CONFLICT (tenant_name) DO UPDATE SET api_key_hash = excluded.api_key_hash
        """
            .formatted(
                sql.table(),
                sql.hasDatabases() ? RegistrySql.OF_DATABASES : "",
                sql.hasDatabases() ? ", ?, ?" : "");
    List<Object> values =
        new ArrayList<>(
            List.of(
                tenant.name().value(),
                tenant.domain(),
                tenant.schema().value(),
                keyHash,
                tenant.type(),
                tenant.plan(),
                RegistryTransition.comingFrom(from)));
    tenant
        .database()
        .ifPresent(own -> values.addAll(List.of(own.server().value(), own.name().value())));
    return Query.of(connection, insert, values.toArray()).update();
  }

  /** Removes a tenant that has not fully arrived; returns the blocking session, if there is one. */
  public Optional<String> turnBack(Tenant tenant) throws SQLException {
    boolean taken =
        registry.ask(
            (connection, sql) -> new RegistryTransition(connection, sql).turnsBack(tenant));
    return taken ? drop(tenant, registry.target(tenant), "removing") : Optional.empty();
  }

  /**
   * Renames the database of a tenant that has moved; returns the blocking session, if there is one.
   */
  public Optional<String> retire(Tenant tenant) throws SQLException {
    return tenant.database().isPresent()
        ? new DatabaseRename(registry.target(tenant), left(tenant).admin().database(), patience)
            .run()
        : Optional.empty();
  }

  /**
   * Removes what is left of a tenant that has moved; returns the blocking session, if there is one.
   */
  public Optional<String> forget(Tenant tenant) throws SQLException {
    Optional<String> inTheWay = retire(tenant);
    return inTheWay.isPresent() ? inTheWay : drop(tenant, left(tenant), "moved");
  }

  /** The retired name has a hyphen, which no tenant's name has. */
  private Target left(Tenant tenant) {
    Target target = registry.target(tenant);
    return tenant.database().isPresent()
        ? new Target(
            target.admin().to(new DatabaseName(target.admin().database() + "-moved")),
            target.schema())
        : new Target(target.admin(), registry.module().retiredSchemaOf(tenant.name()));
  }

  private Optional<String> drop(Tenant tenant, Target target, String status) throws SQLException {
    Optional<String> inTheWay =
        tenant.database().isPresent()
            ? new DatabaseDrop(target, patience).run()
            : new SchemaDrop(target, patience).run();
    if (inTheWay.isEmpty()) {
      TargetRemoval.dropRole(registry.target(tenant), tenant.database().isPresent());
      registry.ask(
          (connection, sql) -> new RegistryTransition(connection, sql).delete(tenant, status));
    }
    return inTheWay;
  }
}
