package workshop.requirements.suite.tenants;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import shareddb.base.names.TenantName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Servers;
import shareddb.base.track.Target;
import shareddb.base.track.Workshop;
import shareddb.tenants.fleet.FleetUpgrade;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.testing.TestDatabase;
import shareddb.tracktesting.MigratedDatabase;
import workshop.requirements.suite.Statements;

/** Tenants for tests, made a few at a time: that is quicker than one by one. */
public abstract class TestTenants {

  /** Most tests want two or three; who wants more wants many. */
  private static final int FIRST_BATCH = 3;

  private static final int BATCH = 16;

  private final MigratedDatabase database;
  private final String prefix;
  private final Queue<MadeTenant> ready = new ArrayDeque<>();
  private final Map<String, MadeTenant> byKey = new HashMap<>();

  /**
   * Of a module.
   *
   * @param database with the registry in it
   * @param prefix of their names, behind which they are counted
   */
  protected TestTenants(MigratedDatabase database, String prefix) {
    this.database = database;
    this.prefix = prefix;
  }

  /** A name that no other test has. */
  public final MadeTenant next() {
    if (ready.isEmpty()) {
      int count = byKey.size();
      if (count == 0) {
        makeFirst(names(count, FIRST_BATCH));
      } else {
        makeSide(names(count, BATCH));
      }
    }
    return ready.remove();
  }

  public final MadeTenant ofKey(String key) {
    return Objects.requireNonNull(byKey.get(key));
  }

  final void set(MadeTenant tenant, String status) {
    run(
        "UPDATE tenant_registry SET status = '%s' WHERE tenant_name = '%s'"
            .formatted(status, tenant.name()));
  }

  /** As the administrator, in the shared schema. */
  public final void run(String sql) {
    String path = "SET search_path = " + database.target().schema().quoted() + "; ";
    try (Connection admin = database.admin().connect()) {
      Statements.run(admin, path + sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public final TenantRegistry registry() {
    TenantModule module =
        TenantModule.of(Workshop.at(TestDatabase.checkout()).module(database.track().module()))
            .orElseThrow();
    return new TenantRegistry(database.admin(), module, Servers.main(database.admin()));
  }

  /** Drops what is left of all tenants when the database with the registry is dropped. */
  public abstract void drop();

  /** The ones that are there before all others. */
  protected abstract void makeFirst(List<String> names);

  /** The database with the schemas of those that are made side by side. */
  protected abstract Login home();

  /** Writes it into the registry. */
  protected abstract void register(MadeTenant tenant);

  /** Schemas in one database, all at once. */
  protected final void makeSide(List<String> names) {
    TenantModule module = registry().module();
    Login home = home();
    List<MadeTenant> tenants =
        names.stream()
            .map(
                name ->
                    MadeTenant.of(name, new Target(home, module.schemaOf(new TenantName(name)))))
            .toList();
    upgrade(module, tenants);
    tenants.forEach(this::register);
    tenants.forEach(this::keep);
  }

  protected final void keep(MadeTenant tenant) {
    byKey.put(tenant.key(), tenant);
    ready.add(tenant);
  }

  private List<String> names(int count, int more) {
    return IntStream.range(count, count + more).mapToObj(i -> prefix + (i + 1)).toList();
  }

  private void upgrade(TenantModule module, List<MadeTenant> tenants) {
    try {
      FleetResult result =
          FleetUpgrade.run(
              database.admin(),
              module.tenant(),
              FleetTargets.of(
                  tenants.stream().map(t -> new FleetTarget(t.name(), t.target())).toList()),
              Optional.empty(),
              FleetOptions.USUAL.withRoles(module.roles()),
              FleetListener.SILENT);
      if (!(result instanceof FleetResult.Done done && done.tally().isWhole())) {
        throw new IllegalStateException(result.toString());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
