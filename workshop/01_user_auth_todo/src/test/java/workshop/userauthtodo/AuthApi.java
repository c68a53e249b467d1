package workshop.userauthtodo;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import shareddb.base.settings.Login;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.web.json.Json;
import shareddb.web.server.LoopbackServer;
import shareddb.webtesting.Answer;
import shareddb.webtesting.RunningApi;
import workshop.userauthtodo.limit.LimitRules;
import workshop.userauthtodo.password.HashingCost;
import workshop.userauthtodo.session.SessionRules;

/** This module's API on a free port, over a fresh database, for one test class. */
final class AuthApi implements BeforeAllCallback, AfterAllCallback {

  /** So cheap that tests are about something else. */
  static final HashingCost CHEAP = new HashingCost(64, 1, 1);

  static final Rules UNLIMITED = unlimited(CHEAP);

  static final String PASSWORD = "a long walk in the rain";

  private static final AuthApi SHARED = new AuthApi(UNLIMITED);

  private static final AtomicInteger USERS = new AtomicInteger();

  private final MigratedDatabase database = MigratedDatabase.of("01_user_auth_todo");
  private final Rules rules;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private @Nullable RunningApi running;

  AuthApi(Rules rules) {
    this.rules = rules;
  }

  /**
   * The one for all classes that make users of their own and count only those: it is started once,
   * and stopped behind the last of them.
   */
  static AuthApi shared() {
    return SHARED;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (this == SHARED) {
      context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent("the shared API", key -> start(context), AutoCloseable.class);
    } else {
      start(context);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (this != SHARED) {
      stop(context);
    }
  }

  private AutoCloseable start(ExtensionContext context) {
    try {
      database.beforeAll(context);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("no database for the tests", e);
    }
    running = serve(rules, false);
    return () -> stop(context);
  }

  private void stop(ExtensionContext context) throws SQLException, IOException {
    if (running != null) {
      running.close();
    }
    database.afterAll(context);
  }

  /** Another server over the same database. */
  RunningApi serve(Rules others, boolean trustsProxy) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    HikariDataSource pool = pool(meters);
    return RunningApi.start(
        Main.server(new UserAuthTodo(others), new LoopbackServer(trustsProxy), pool, meters),
        List.of(pool));
  }

  HikariDataSource pool(PrometheusMeterRegistry meters) {
    Login api = database.api();
    return Main.pool(api.jdbcUrl(), api.user(), api.password().reveal(), meters);
  }

  MigratedDatabase database() {
    return database;
  }

  int port() {
    if (running == null) {
      throw new IllegalStateException("the API is served only while its test class runs");
    }
    return running.port();
  }

  /** The usual rules, without the limits for logins. */
  static Rules unlimited(HashingCost cost) {
    LimitRules limits =
        new LimitRules(LimitRules.STANDARD.window(), 1_000_000, 1_000_000, 1_000_000);
    return new Rules(cost, SessionRules.STANDARD, limits);
  }

  /** Registers a new user and logs in. */
  User newUser() {
    String email = "user" + USERS.incrementAndGet() + "@example.org";
    register(email, PASSWORD);
    return logIn(email, PASSWORD);
  }

  Answer register(String email, String password) {
    return post("/register", Map.of("email", email, "password", password));
  }

  Answer tryLogIn(String email, String password) {
    return post("/login", Map.of("email", email, "password", password));
  }

  User logIn(String email, String password) {
    Answer answer = tryLogIn(email, password);
    if (answer.status() != 200) {
      throw new AssertionError(answer.body());
    }
    return new User(this, email, answer.json().get("id").asLong(), answer.text("token"));
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, Object body) {
    return send(json(request(path), "POST", body));
  }

  static HttpRequest.Builder json(HttpRequest.Builder request, String method, Object body) {
    return request
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(Json.mapper().writeValueAsString(body)));
  }

  HttpRequest.Builder request(String path) {
    return request(port(), path);
  }

  static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(60));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** As the administrator; the schema is in the search path. */
  void sql(String sql) throws SQLException {
    value(sql);
  }

  /** The first column of the first row, as a text; "" where there is none. */
  String value(String sql) throws SQLException {
    try (Connection admin = database.admin().connect();
        Statement statement = admin.createStatement()) {
      statement.execute("SET search_path = \"01_user_auth_todo\"");
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? String.valueOf(rows.getString(1)) : "";
      }
    }
  }
}
