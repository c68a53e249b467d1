package workshop.app.moving;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import shareddb.migrate.Target;
import shareddb.migrate.Upgrade;
import shareddb.move.Leftover;
import shareddb.move.Move;
import shareddb.move.MoveListener;
import shareddb.move.MoveResult;
import shareddb.move.Place;
import shareddb.move.ProjectPlace;
import shareddb.move.Projects;
import shareddb.move.TenantPlace;
import shareddb.names.DatabaseName;
import shareddb.names.DomainName;
import shareddb.names.ModuleName;
import shareddb.names.TenantName;
import shareddb.server.Databases;
import shareddb.settings.Login;
import shareddb.settings.Servers;
import shareddb.tenants.Arrivals;
import shareddb.tenants.Registry;
import shareddb.tenants.Tenant;
import shareddb.tenants.TenantModule;
import shareddb.testing.TestDatabase;
import shareddb.track.Workshop;

/**
 * The three patterns in one database, and in others where each tenant has one.
 *
 * @param tenant what it is called wherever it is one
 */
record Patterns(
    Login login, Projects projects, Registry schemas, Registry databases, TenantName tenant) {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  static Patterns in(Login login, String tenant) throws SQLException {
    Workshop workshop = Workshop.at(TestDatabase.checkout());
    Projects projects =
        Projects.of(workshop.module(new ModuleName("02_requirements_shared_schema")), login)
            .orElseThrow();
    Upgrade.run(projects.track(), new Target(login, projects.track().module().schema()));
    return new Patterns(
        login,
        projects,
        registry(login, workshop, "03_requirements_schema_per_tenant"),
        registry(login, workshop, "04_requirements_database_per_tenant"),
        new TenantName(tenant));
  }

  private static Registry registry(Login login, Workshop workshop, String module)
      throws SQLException {
    TenantModule tenants = TenantModule.of(workshop.module(new ModuleName(module))).orElseThrow();
    Upgrade.run(tenants.shared(), new Target(login, tenants.sharedSchema()));
    return new Registry(login, tenants, Servers.main(login));
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

  Place project(long id) {
    return new ProjectPlace(projects, id);
  }

  Place schema() throws SQLException {
    return place(schemas);
  }

  Place database() throws SQLException {
    return place(databases);
  }

  private Place place(Registry registry) throws SQLException {
    Tenant expected =
        new Arrivals(registry, PATIENCE)
            .expected(
                tenant,
                new DomainName(tenant + ".localhost"),
                "standard",
                Optional.empty(),
                Optional.empty());
    return new TenantPlace(registry, registry.find(tenant).orElse(expected));
  }

  MoveResult.Moved move(Place from, Place to) throws SQLException {
    MoveResult result = new Move(from, to, login, PATIENCE, MoveListener.SILENT).run();
    if (result instanceof MoveResult.Moved moved) {
      return moved;
    }
    throw new AssertionError(from.label() + " to " + to.label() + ": " + result);
  }

  void finish(Place left) throws SQLException {
    Leftover.Result result = new Leftover(left, PATIENCE).finish();
    if (!(result instanceof Leftover.Result.Gone)) {
      throw new AssertionError(left.label() + " is not gone: " + result);
    }
  }

  /** All rows of a requirement that somebody can see, and their history, as one number each. */
  String rows(Place place) throws SQLException {
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
      Databases.drop(
          login.to(Databases.MAINTENANCE), new DatabaseName("workshop_04_" + tenant + end));
    }
  }
}
