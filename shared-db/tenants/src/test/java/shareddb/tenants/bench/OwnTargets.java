package shareddb.tenants.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SnapshotName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Servers;
import shareddb.base.track.Target;
import shareddb.migrate.Upgrade;
import shareddb.migrate.snapshot.SnapshotStore;
import shareddb.migrate.snapshot.TakeSnapshot;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.fleet.FleetUpgrade;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.provision.KeyReceiver;
import shareddb.tenants.provision.TenantRequest;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;

/** Modules 03 and 04: each tenant is a target of its own, in one database or in many. */
final class OwnTargets implements Pattern {

  private static final int AT_ONCE = 250;

  private final String name;
  private final Login server;
  private final ModuleCopy copy;
  private final TenantRegistry registry;
  private final SnapshotStore snapshots;
  private int tenants;

  OwnTargets(String name, Login server, Login database, ModuleCopy copy) throws Exception {
    this.name = name;
    this.server = server;
    this.copy = copy;
    TenantModule module = TenantModule.of(copy.read()).orElseThrow();
    this.registry = new TenantRegistry(database, module, Servers.main(server));
    this.snapshots = new SnapshotStore(Files.createTempDirectory("bench-snapshots"));
    Upgrade.run(module.shared(), new Target(database, module.sharedSchema()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void provision(int count) throws SQLException {
    Tenants all = new Tenants(registry, snapshots);
    for (int start = 0; start < count; start += AT_ONCE) {
      List<TenantRequest> wishes = new ArrayList<>();
      for (int i = start; i < Math.min(start + AT_ONCE, count); i++) {
        tenants++;
        String tenant = "bench_%05d".formatted(tenants);
        wishes.add(new TenantRequest(tenant, tenant.replace('_', '-') + ".test", "standard"));
      }
      for (AddTenantResult result : all.addAll(wishes, KeyReceiver.NONE)) {
        if (!(result instanceof AddTenantResult.Added)) {
          throw new IllegalStateException(result.toString());
        }
      }
    }
  }

  @Override
  public List<Target> places() throws SQLException {
    return registry.members().all().stream().map(FleetTarget::target).toList();
  }

  @Override
  public void fill(int requirements) throws SQLException {
    for (Target place : places()) {
      try (Connection connection = place.admin().connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            """
            INSERT INTO %s.requirements (number, title, text)
            SELECT number, 'The pump starts', repeat('It shall start. ', 10)
            FROM generate_series(1, %d) AS number
            """
                .formatted(place.schema().quoted(), requirements));
      }
    }
  }

  @Override
  public void upgrade() throws Exception {
    copy.add(TenantModule.TENANT);
    FleetResult result =
        FleetUpgrade.run(
            registry.admin(),
            registry.module().tenant(),
            registry.members(),
            Optional.empty(),
            FleetOptions.USUAL.withRoles(registry.module().roles()),
            FleetListener.SILENT);
    if (!(result instanceof FleetResult.Done done) || !done.tally().failed().isEmpty()) {
      throw new IllegalStateException(result.toString());
    }
  }

  @Override
  public void backUpOne() throws Exception {
    Target last = places().getLast();
    TakeSnapshot.run(
        snapshots,
        registry.module().tenant(),
        last,
        new SnapshotName("bench"),
        RowsProgress.SILENT);
  }

  /** The roles are of the whole server, and so they go one by one. */
  @Override
  public void close() throws SQLException {
    List<Target> places = places();
    Set<DatabaseName> databases = new LinkedHashSet<>();
    places.forEach(place -> databases.add(place.admin().database()));
    databases.add(registry.admin().database());
    for (DatabaseName database : databases) {
      ServerDatabases.drop(server, database);
    }
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (Target place : places) {
        statement.execute("DROP ROLE IF EXISTS " + place.apiRole().quoted());
      }
    }
  }

  static OwnTargets of(String name, String module, Login server, Login database, Path root)
      throws Exception {
    return new OwnTargets(name, server, database, ModuleCopy.of(module, root));
  }
}
