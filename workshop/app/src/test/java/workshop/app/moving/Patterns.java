package workshop.app.moving;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.DomainName;
import shareddb.base.names.ModuleName;
import shareddb.base.names.TenantName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Servers;
import shareddb.base.track.Target;
import shareddb.base.track.Workshop;
import shareddb.migrate.Upgrade;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.relocate.Leftover;
import shareddb.tenants.relocate.Relocation;
import shareddb.tenants.relocate.RelocationResult;
import shareddb.tenants.relocate.copy.RelocationListener;
import shareddb.tenants.relocate.place.ProjectModule;
import shareddb.tenants.relocate.place.ProjectPlace;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.TenantPlace;
import shareddb.tenants.relocate.registry.RelocatedTenants;
import shareddb.testing.TestDatabase;

/**
 * The three patterns in one database, and in others where each tenant has one.
 *
 * @param tenant what it is called wherever it is one
 */
record Patterns(
    Login login,
    ProjectModule projects,
    TenantRegistry schemas,
    TenantRegistry databases,
    TenantName tenant) {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  static Patterns in(Login login, String tenant) throws SQLException {
    Workshop workshop = Workshop.at(TestDatabase.checkout());
    ProjectModule projects =
        ProjectModule.of(workshop.module(new ModuleName("02_requirements_shared_schema")), login)
            .orElseThrow();
    Upgrade.run(projects.track(), new Target(login, projects.track().module().schema()));
    return new Patterns(
        login,
        projects,
        registry(login, workshop, "03_requirements_schema_per_tenant"),
        registry(login, workshop, "04_requirements_database_per_tenant"),
        new TenantName(tenant));
  }

  private static TenantRegistry registry(Login login, Workshop workshop, String module)
      throws SQLException {
    TenantModule tenants = TenantModule.of(workshop.module(new ModuleName(module))).orElseThrow();
    Upgrade.run(tenants.shared(), new Target(login, tenants.sharedSchema()));
    return new TenantRegistry(login, tenants, Servers.main(login));
  }

  /** A project with so many requirements, each changed twice; returns its id. */
  long project(int requirements) throws SQLException {
    run(
        """
        SET search_path = "02_requirements_shared_schema";
        SET app.user_email = 'ada@example.org';
        INSERT INTO projects (name) VALUES ('%1$s');
        INSERT INTO users (email) VALUES ('ada@example.org') ON CONFLICT DO NOTHING;
        INSERT INTO user_projects (project_id, user_id, role)
        SELECT max(projects.id), max(users.id), 'owner' FROM projects, users;
        INSERT INTO requirements (project_id, number, title, text)
        SELECT (SELECT max(id) FROM projects), n, 'It is ' || n, repeat('some text ', n %% 20)
        FROM generate_series(1, %2$d) AS n;
        UPDATE projects SET last_number = %2$d WHERE name = '%1$s';
        UPDATE requirements SET title = title || '!' WHERE project_id = (SELECT max(id) FROM projects);
        UPDATE requirements SET priority = 'high' WHERE project_id = (SELECT max(id) FROM projects);
        ANALYZE
        """
            .formatted(tenant, requirements));
    return Long.parseLong(text("SELECT max(id) FROM \"02_requirements_shared_schema\".projects"));
  }

  RelocationPlace project(long id) {
    return new ProjectPlace(projects, id);
  }

  RelocationPlace schema() throws SQLException {
    return place(schemas);
  }

  RelocationPlace database() throws SQLException {
    return place(databases);
  }

  private RelocationPlace place(TenantRegistry registry) throws SQLException {
    Tenant expected =
        new RelocatedTenants(registry, PATIENCE)
            .expected(
                tenant,
                new DomainName(tenant + ".localhost"),
                "standard",
                Optional.empty(),
                Optional.empty());
    return new TenantPlace(registry, registry.find(tenant).orElse(expected));
  }

  RelocationResult.Moved move(RelocationPlace from, RelocationPlace to) throws SQLException {
    RelocationResult result =
        new Relocation(from, to, login, PATIENCE, RelocationListener.SILENT).run();
    if (result instanceof RelocationResult.Moved moved) {
      return moved;
    }
    throw new AssertionError(from.label() + " to " + to.label() + ": " + result);
  }

  void finish(RelocationPlace left) throws SQLException {
    Leftover.Result result = new Leftover(left, PATIENCE).finish();
    if (!(result instanceof Leftover.Result.Gone)) {
      throw new AssertionError(left.label() + " is not gone: " + result);
    }
  }

  /** All rows of a requirement that any user can see, and their history, as one number each. */
  String rows(RelocationPlace place) throws SQLException {
    String which =
        place instanceof ProjectPlace project ? " WHERE project_id = " + project.id() : "";
    String sql =
        """
        SELECT concat_ws(' ',
            (SELECT count(*) || ' ' || sum(hashtextextended(concat_ws('|', id, number, title, text, status,
                 priority, group_id, extract(epoch FROM created_at), extract(epoch FROM updated_at)), 0))
             FROM %1$s.requirements%2$s),
            (SELECT count(*) || ' ' || sum(hashtextextended(concat_ws('|', id, requirement_id, field, before,
                 after, changed_by, extract(epoch FROM changed_at)), 0))
             FROM %1$s.cell_history%2$s))
        """
            .formatted(place.target().schema().quoted(), which);
    return text(place.target().admin(), sql);
  }

  /** Where it is served: one word, or several where something is wrong. */
  String served(long project) throws SQLException {
    return text(
        """
        SELECT concat_ws(' ',
            (SELECT 'project' FROM "02_requirements_shared_schema".projects
             WHERE id = %1$d AND status = 'active'),
            (SELECT 'schema' FROM "03_requirements_schema_per_tenant".tenant_registry
             WHERE tenant_name = '%2$s' AND status = 'active'),
            (SELECT 'database' FROM "04_requirements_database_per_tenant".tenant_registry
             WHERE tenant_name = '%2$s' AND status = 'active'))
        """
            .formatted(project, tenant));
  }

  void run(String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  String text(String sql) throws SQLException {
    return text(login, sql);
  }

  static String text(Login login, String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "no row";
    }
  }

  /** What would stay on the server when the test's own database is gone. */
  void dropDatabases() throws SQLException {
    for (String end : new String[] {"", "-moved"}) {
      ServerDatabases.drop(
          login.to(ServerDatabases.MAINTENANCE), new DatabaseName("workshop_04_" + tenant + end));
    }
  }
}
