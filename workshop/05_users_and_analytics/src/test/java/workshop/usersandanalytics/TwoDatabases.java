package workshop.usersandanalytics;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Workshop;
import shareddb.base.track.WorkshopModule;
import shareddb.migrate.Upgrade;
import shareddb.migrate.role.ApiRole;
import shareddb.postgres.server.ServerDatabases;
import shareddb.testing.TestDatabase;
import shareddb.web.ApiServer;
import shareddb.web.MountedModule;
import shareddb.webtesting.RunningApi;
import shareddb.webtesting.ServedModule;

/** The module's two databases, for one test class: of names of their own, migrated, and dropped. */
final class TwoDatabases implements BeforeAllCallback, AfterAllCallback {

  static final ModuleName MODULE = new ModuleName("05_users_and_analytics");

  private final TestDatabase workshops = TestDatabase.empty();
  private final DatabaseName users = new DatabaseName("test_users_" + UUID.randomUUID());
  private final DatabaseName analytics = new DatabaseName("test_analytics_" + UUID.randomUUID());

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    workshops.beforeAll(context);
    for (Track track : module().tracks()) {
      Target target = Target.usual(admin(), track);
      ServerDatabases.create(admin(), target.admin().database());
      Upgrade.run(track, target);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    ServerDatabases.drop(admin(), users);
    ServerDatabases.drop(admin(), analytics);
    workshops.afterAll(context);
  }

  /** To the workshop's database, in which the module has nothing. */
  Login admin() {
    return workshops.admin();
  }

  /** The checkout with this module in these databases. */
  Workshop workshop() {
    return new Workshop(TestDatabase.checkout(), List.of(module()));
  }

  private WorkshopModule module() {
    WorkshopModule module = Workshop.at(TestDatabase.checkout()).module(MODULE);
    List<Track> tracks =
        module.tracks().stream()
            .map(track -> track.in(track.part().orElseThrow().equals("users") ? users : analytics))
            .toList();
    return new WorkshopModule(module.name(), module.folder(), tracks);
  }

  Target target(String part) {
    Track track =
        module().tracks().stream()
            .filter(one -> one.part().orElseThrow().equals(part))
            .findFirst()
            .orElseThrow();
    return Target.usual(admin(), track);
  }

  /** As the API has it, without a pool. */
  DSLContext database(String part) {
    Login api = ApiRole.login(target(part));
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(api.jdbcUrl());
    source.setUser(api.user());
    source.setPassword(api.password().reveal());
    return ApiServer.database(source);
  }

  /** The module's API on a free port, over these databases as they are. */
  RunningApi serve() {
    HikariDataSource usersPool = pool("users");
    HikariDataSource analyticsPool = pool("analytics");
    MountedModule module =
        MountedModule.alone(
            new UsersAndAnalytics(),
            new TreeMap<>(Map.of("users", usersPool, "analytics", analyticsPool)));
    return RunningApi.start(
        ApiServer.of(List.of(module), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
        List.of(usersPool, analyticsPool));
  }

  private HikariDataSource pool(String part) {
    return ServedModule.pool(part, ApiRole.login(target(part)));
  }

  Connection connect(String part) throws SQLException {
    Connection connection = target(part).admin().connect();
    connection.setSchema(MODULE.value());
    return connection;
  }

  /** As the administrator; the first column of what comes back. */
  List<String> sql(String part, String sql) throws SQLException {
    try (Connection connection = connect(part)) {
      return sql(connection, sql);
    }
  }

  static List<String> sql(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            values.add(String.valueOf(rows.getString(1)));
          }
        }
      }
    }
    return values;
  }

  /** No session gets in, and those that are in are ended. */
  void close(String part) throws SQLException {
    DatabaseName name = target(part).admin().database();
    try (Connection connection = admin().connect()) {
      sql(connection, "ALTER DATABASE " + name.quoted() + " ALLOW_CONNECTIONS false");
    }
    endSessions(part);
  }

  void open(String part) throws SQLException {
    DatabaseName name = target(part).admin().database();
    try (Connection connection = admin().connect()) {
      sql(connection, "ALTER DATABASE " + name.quoted() + " ALLOW_CONNECTIONS true");
    }
  }

  void endSessions(String part) throws SQLException {
    try (Connection connection = admin().connect()) {
      sql(
          connection,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
              .formatted(target(part).admin().database()));
    }
  }
}
