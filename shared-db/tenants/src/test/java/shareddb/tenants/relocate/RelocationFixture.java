package shareddb.tenants.relocate;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import shareddb.base.names.DomainName;
import shareddb.base.names.TenantName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Servers;
import shareddb.base.track.Target;
import shareddb.base.track.WorkshopModule;
import shareddb.migrate.Upgrade;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.relocate.copy.RelocationListener;
import shareddb.tenants.relocate.place.ProjectModule;
import shareddb.tenants.relocate.place.ProjectPlace;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.TenantPlace;
import shareddb.tenants.relocate.registry.RelocatedTenants;
import shareddb.testing.Sql;

/** The workshop's own modules 02 and 03, in a database of a test. */
record RelocationFixture(
    Login login, ProjectModule projects, TenantRegistry registry, TenantRegistry apart) {

  static final Duration PATIENCE = Duration.ofSeconds(5);

  static final String SHARED = "\"02_requirements_shared_schema\"";

  private static final Path WORKSHOP = Path.of("..", "..", "workshop").toAbsolutePath().normalize();

  static RelocationFixture in(Login login) throws SQLException {
    return in(login, WORKSHOP);
  }

  static RelocationFixture in(Login login, Path workshop) throws SQLException {
    ProjectModule projects =
        ProjectModule.of(
                WorkshopModule.at(workshop.resolve("02_requirements_shared_schema")), login)
            .orElseThrow();
    Upgrade.run(projects.track(), projects.target());
    return new RelocationFixture(
        login,
        projects,
        registry(login, workshop.resolve("03_requirements_schema_per_tenant")),
        registry(login, workshop.resolve("04_requirements_database_per_tenant")));
  }

  private static TenantRegistry registry(Login login, Path module) throws SQLException {
    TenantModule tenants = TenantModule.of(WorkshopModule.at(module)).orElseThrow();
    Upgrade.run(tenants.shared(), new Target(login, tenants.sharedSchema()));
    return new TenantRegistry(login, tenants, Servers.main(login));
  }

  /** A project with so many requirements, each changed twice; returns its id. */
  long project(String name, int requirements) throws SQLException {
    String id = text("INSERT INTO projects (name) VALUES ('" + name + "') RETURNING id");
    run(
        """
        INSERT INTO users (email) VALUES ('ada@example.org'), ('bob@example.org') ON CONFLICT DO NOTHING;
        INSERT INTO user_projects (project_id, user_id, role)
        SELECT %1$s, id, 'owner' FROM users;
        INSERT INTO groups (project_id, name) SELECT %1$s, 'Group ' || n FROM generate_series(1, 5) AS n;
        INSERT INTO requirements (project_id, number, title, text, group_id)
        SELECT %1$s, n, 'It is ' || n, repeat('ä', n %% 50),
               (SELECT max(id) FROM groups WHERE project_id = %1$s)
        FROM generate_series(1, %2$d) AS n;
        UPDATE projects SET last_number = %2$d WHERE id = %1$s;
        UPDATE requirements SET title = title || '!' WHERE project_id = %1$s;
        UPDATE requirements SET status = 'done', text = NULL WHERE project_id = %1$s
        """
            .formatted(id, requirements));
    return Long.parseLong(id);
  }

  RelocationPlace project(long id) {
    return new ProjectPlace(projects, id);
  }

  /** As it is registered, or as it would be. */
  RelocationPlace tenant(String name) throws SQLException {
    return tenant(registry, name);
  }

  /** The same where each tenant has a database. */
  RelocationPlace apart(String name) throws SQLException {
    return tenant(apart, name);
  }

  private static RelocationPlace tenant(TenantRegistry registry, String name) throws SQLException {
    TenantName tenant = new TenantName(name);
    Tenant expected =
        new RelocatedTenants(registry, PATIENCE)
            .expected(
                tenant,
                new DomainName(name + ".example.org"),
                "standard",
                Optional.empty(),
                Optional.empty());
    return new TenantPlace(registry, registry.find(tenant).orElse(expected));
  }

  RelocationResult move(RelocationPlace from, RelocationPlace to) throws SQLException {
    return new Relocation(from, to, login, PATIENCE, RelocationListener.SILENT).run();
  }

  /** In module 02's schema. */
  void run(String sql) throws SQLException {
    Sql.run(login, "SET search_path = " + SHARED + "; " + sql);
  }

  String text(String sql) throws SQLException {
    return Sql.text(login.withSession("search_path=" + SHARED), sql);
  }

  /** All that a project is, but for where it is. */
  String rows(long project) throws SQLException {
    return text(
        """
        SELECT concat_ws('; ',
          (SELECT concat_ws(' ', id, name, created_at, last_number, settings) FROM projects WHERE id = %1$d),
          (SELECT string_agg(concat_ws(' ', m.id, m.user_id, role, m.created_at), ', ' ORDER BY m.id)
           FROM user_projects AS m WHERE project_id = %1$d),
          (SELECT string_agg(g::text, ', ' ORDER BY id) FROM groups AS g WHERE project_id = %1$d),
          (SELECT count(*) || ' ' || sum(hashtextextended(concat_ws('|', id, project_id, title, text, status,
             priority, created_at, updated_at, number, group_id), 0))
           FROM requirements WHERE project_id = %1$d),
          (SELECT count(*) || ' ' || sum(hashtextextended(h::text, 0)) FROM cell_history AS h WHERE project_id = %1$d))
        """
            .formatted(project));
  }
}
