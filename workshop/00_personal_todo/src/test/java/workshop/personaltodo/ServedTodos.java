package workshop.personaltodo;

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
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.migrate.role.ApiRole;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.web.json.Json;
import shareddb.webtesting.Answer;
import shareddb.webtesting.RunningApi;

/** This module's API on a free port, over a fresh database, for one test class. */
final class ServedTodos implements BeforeAllCallback, AfterAllCallback {

  private static final ModuleName MODULE = new ModuleName("00_personal_todo");

  private final MigratedDatabase database = MigratedDatabase.of("00_personal_todo");
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private @Nullable RunningApi running;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    database.beforeAll(context);
    running = serve(database.admin());
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (running != null) {
      running.close();
    }
    database.afterAll(context);
  }

  static RunningApi serve(Login admin) {
    return serveAs(ApiRole.login(new Target(admin, MODULE.schema())));
  }

  /** The same with a login of the test's. */
  static RunningApi serveAs(Login api) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    HikariDataSource pool = Main.pool(api.jdbcUrl(), api.user(), api.password().reveal(), meters);
    return RunningApi.start(Main.server(pool, meters), List.of(pool));
  }

  RunningApi running() {
    if (running == null) {
      throw new IllegalStateException("the API is served only while its test class runs");
    }
    return running;
  }

  MigratedDatabase database() {
    return database;
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, String json) {
    return json("POST", path, json);
  }

  Answer patch(String path, String json) {
    return json("PATCH", path, json);
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Adds a todo and returns its id. */
  long add(String title) {
    String json = Json.mapper().writeValueAsString(java.util.Map.of("title", title));
    return post("/todos", json).json().get("id").asLong();
  }

  Answer json(String method, String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  HttpRequest.Builder request(String path) {
    return request(running().port(), path);
  }

  static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20));
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
}
