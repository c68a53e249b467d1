package workshop.requirementsdatabasepertenant;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.IntStream;
import shareddb.fleet.FleetListener;
import shareddb.fleet.FleetOptions;
import shareddb.fleet.FleetResult;
import shareddb.fleet.FleetUpgrade;
import shareddb.fleet.Member;
import shareddb.fleet.Members;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.names.Sha256;
import shareddb.server.Databases;
import shareddb.settings.Login;
import shareddb.settings.Servers;
import shareddb.snapshot.SnapshotStore;
import shareddb.tenants.AddResult;
import shareddb.tenants.KeyReceiver;
import shareddb.tenants.Registry;
import shareddb.tenants.Tenant;
import shareddb.tenants.TenantModule;
import shareddb.tenants.TenantWish;
import shareddb.testing.TestDatabase;
import shareddb.track.Workshop;
import workshop.requirements.suite.Statements;

/**
 * Tenants for tests. The first ones have a database each, as all have outside of tests; who wants
 * more of them gets guests, whose schemas are in the database of the first: that takes a hundredth
 * of the time, and a request to one of them goes the same way.
 */
final class Tenants {

  /** One that is active, and its key. */
  record Made(String name, Target target, String key, String domain) {

    SchemaName schema() {
      return target.schema();
    }
  }

  private static final int HOSTS = 3;

  private static final int BATCH = 16;

  private final TestDatabase database;
  private final Queue<Made> ready = new ArrayDeque<>();
  private final Map<String, Made> byKey = new HashMap<>();

  /** Databases are the whole server's: no other test's tenant is called so. */
  private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + "x";

  Tenants(TestDatabase database) {
    this.database = database;
  }

  Made next() {
    if (ready.isEmpty()) {
      int count = byKey.size();
      int more = count == 0 ? HOSTS : BATCH;
      List<String> names = IntStream.range(count, count + more).mapToObj(i -> prefix + i).toList();
      if (count == 0) {
        make(names);
      } else {
        makeGuests(names);
      }
    }
    return ready.remove();
  }

  Made ofKey(String key) {
    return Objects.requireNonNull(byKey.get(key));
  }

  void set(Made tenant, String status) {
    run(
        "UPDATE tenant_registry SET status = '"
            + status
            + "' WHERE tenant_name = '"
            + tenant.name()
            + "'");
  }

  /** As the administrator, in the shared schema. */
  void run(String sql) {
    try (Connection admin = database.admin().connect()) {
      Statements.run(admin, "SET search_path = \"04_requirements_database_per_tenant\"; " + sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With all tenants of the registry, whoever made them. */
  void drop() {
    try {
      registry()
          .each(
              Optional.empty(),
              tenant -> {
                try {
                  Login login = registry().target(tenant).admin();
                  Databases.drop(login.to(Databases.MAINTENANCE), login.database());
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Registry registry() {
    TenantModule module =
        TenantModule.of(Workshop.at(TestDatabase.checkout()).module(database.track().module()))
            .orElseThrow();
    return new Registry(database.admin(), module, Servers.main(database.admin()));
  }

  private void makeGuests(List<String> names) {
    Registry registry = registry();
    Made host = byKey.get("wsk_" + prefix + 0);
    Login database = Objects.requireNonNull(host).target().admin();
    run("ALTER TABLE tenant_registry DROP CONSTRAINT IF EXISTS tenant_registry_database_name_key");
    List<Made> guests =
        names.stream().map(name -> made(name, new Target(database, schema(name)))).toList();
    try {
      FleetResult result =
          FleetUpgrade.run(
              database.to(this.database.admin().database()),
              registry.module().tenant(),
              Members.of(
                  guests.stream().map(guest -> new Member(guest.name(), guest.target())).toList()),
              Optional.empty(),
              FleetOptions.USUAL.withRoles(registry.module().roles()),
              FleetListener.SILENT);
      if (!(result instanceof FleetResult.Done done && done.tally().isWhole())) {
        throw new IllegalStateException(result.toString());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    guests.forEach(this::register);
  }

  private void register(Made guest) {
    run(
        """
        INSERT INTO tenant_registry
            (tenant_name, domain, database_name, schema_name, api_key_hash, status)
        VALUES ('%s', '%s', '%s', '%s', '%s', 'active')
        """
            .formatted(
                guest.name(),
                guest.domain(),
                guest.target().admin().database(),
                guest.schema(),
                Sha256.of(guest.key())));
    keep(guest);
  }

  private static SchemaName schema(String name) {
    return new SchemaName("04_tenant_" + name);
  }

  private static Made made(String name, Target target) {
    return new Made(name, target, "wsk_" + name, name + ".example.org");
  }

  private void keep(Made made) {
    byKey.put(made.key(), made);
    ready.add(made);
  }

  private void make(List<String> names) {
    List<TenantWish> wishes =
        names.stream()
            .map(name -> new TenantWish(name, name + ".example.org", "standard"))
            .toList();
    try {
      SnapshotStore snapshots = new SnapshotStore(TestDatabase.checkout());
      var tenants = new shareddb.tenants.Tenants(registry(), snapshots);
      tenants.addAll(wishes, KeyReceiver.NOBODY).forEach(this::add);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(AddResult result) {
    if (!(result instanceof AddResult.Added(Tenant tenant, var key))) {
      throw new IllegalStateException(result.toString());
    }
    String name = tenant.name().value();
    Made made = made(name, registry().target(tenant));
    run(
        "UPDATE tenant_registry SET api_key_hash = '%s' WHERE tenant_name = '%s'"
            .formatted(Sha256.of(made.key()), name));
    keep(made);
  }
}
