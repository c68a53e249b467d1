package shareddb.tenants.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.ServerName;
import shareddb.base.names.TenantName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.base.settings.Servers;
import shareddb.base.track.Target;
import shareddb.base.track.WorkshopModule;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.snapshot.SnapshotStore;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantFixture;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.testing.Sql;

/**
 * The module of {@link TenantFixture}, with a database for each tenant; no other test has these.
 */
record ApartFixture(TenantFixture shared, TenantModule module, Servers servers)
    implements AutoCloseable {

  static final ServerName EAST = new ServerName("east");
  static final ServerName GONE = new ServerName("gone");

  static ApartFixture in(Path temporary, Login login) throws SQLException, IOException {
    TenantFixture shared = TenantFixture.in(temporary, login);
    String prefix = "apart_" + UUID.randomUUID().toString().substring(0, 8) + "_";
    shared.write("databases.properties", "tenant = " + prefix + "{tenant}");
    Path registry = shared.folder().resolve("migrations/shared/V2__databases.sql");
    Files.writeString(
        registry,
        """
        ALTER TABLE "${flyway:defaultSchema}".tenant_registry ADD COLUMN database_name text UNIQUE;
        """);
    TenantModule module = TenantModule.of(WorkshopModule.at(shared.folder())).orElseThrow();
    UpgradeResult result = Upgrade.run(module.shared(), new Target(login, module.sharedSchema()));
    if (!(result instanceof UpgradeResult.Upgraded || result instanceof UpgradeResult.UpToDate)) {
      throw new IllegalStateException(result.toString());
    }
    return new ApartFixture(shared, module, Servers.main(login));
  }

  /** The same server under another name, as far as anybody can tell. */
  ApartFixture withEast() {
    Login east = shared.login().to(ServerDatabases.MAINTENANCE);
    return new ApartFixture(shared, module, servers.with(EAST, east));
  }

  /** One that does not answer: no server listens there. */
  ApartFixture withGone() {
    Login login = shared.login();
    Login gone =
        new Login(
            "127.0.0.1",
            1,
            ServerDatabases.MAINTENANCE,
            login.user(),
            new Secret("none"),
            login.parameters());
    return new ApartFixture(shared, module, servers.with(GONE, gone));
  }

  TenantRegistry registry() {
    return new TenantRegistry(shared.login(), module, servers);
  }

  Tenants tenants() {
    return new Tenants(registry(), new SnapshotStore(shared.folder().resolve("kept")));
  }

  Tenant tenant(String name) throws SQLException {
    return registry().find(new TenantName(name)).orElseThrow();
  }

  Login database(String name) throws SQLException {
    return registry().target(tenant(name)).admin();
  }

  void run(String sql) throws SQLException {
    shared.run(sql);
  }

  List<String> databases() throws SQLException {
    String beginning = module.databases().orElseThrow().before();
    return List.of(
        Sql.text(
                shared.login(),
                "SELECT coalesce(string_agg(datname, ' ' ORDER BY datname), '')"
                    + " FROM pg_database WHERE starts_with(datname, '"
                    + beginning
                    + "')")
            .replace(beginning, "")
            .split(" "));
  }

  /** Writes into the registry that a tenant's database is on this server. */
  void place(String tenant, String server) throws SQLException {
    run(
        "UPDATE %s SET server_name = '%s' WHERE tenant_name = '%s'"
            .formatted(shared.table(), server, tenant));
  }

  /** The servers of the tenants, in the order in which the tenants were made. */
  String places() throws SQLException {
    return shared.text("SELECT string_agg(server_name, ' ' ORDER BY id) FROM " + shared.table());
  }

  String notes(String tenant) throws SQLException {
    return Sql.text(
        database(tenant),
        "SELECT string_agg(body, ',' ORDER BY id) FROM \"07_tenant_" + tenant + "\".notes");
  }

  @Override
  public void close() throws SQLException {
    String beginning = module.databases().orElseThrow().before();
    for (String name : databases()) {
      ServerDatabases.drop(shared.login(), new DatabaseName(beginning + name));
      // It can log in, which the role of a tenant that another test has must not.
      run("DROP ROLE IF EXISTS \"07_tenant_" + name + "_api\"");
    }
    run("DELETE FROM " + shared.table());
  }
}
