package workshop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Settings;
import shareddb.base.track.Workshop;
import shareddb.serve.Running;
import shareddb.serve.Serve;
import shareddb.testing.TestDatabase;
import shareddb.web.ApiModule;
import shareddb.web.MountedModule;

/** Every module in one process, over an empty database: it is migrated, then served. */
class AppTest {

  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  private static Running running;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void serve() {
    Settings settings =
        new Settings(TestDatabase.checkout(), ServerChoice.EXTERNAL, database.admin(), "this test");
    running = Serve.start(settings, 0, Main.modules(), MountedModule::named);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void aModuleIsUnderItsFoldersName() throws IOException, InterruptedException {
    HttpResponse<String> made =
        client.send(
            request("/00_personal_todo/todos")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"title\": \"Mounted\"}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(made.statusCode()).isEqualTo(201);
    String location = made.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith("/00_personal_todo/todos/");
    assertThat(get(location).statusCode()).isEqualTo(200);
    get("/00_personal_todo/todos");
    client.send(
        request("/00_personal_todo/todos")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"title\": \"Second\"}"))
            .build(),
        BodyHandlers.ofString());
    assertThat(get("/00_personal_todo/todos?limit=1").body())
        .contains("\"next\":\"/00_personal_todo/todos?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/health",
        "/ready",
        "/metrics",
        "/00_personal_todo/",
        "/00_personal_todo/docs",
        "/00_personal_todo/openapi.json",
        "/00_personal_todo/ready",
        "/00_personal_todo/health",
        "/01_user_auth_todo/",
        "/01_user_auth_todo/docs",
        "/01_user_auth_todo/openapi.json",
        "/01_user_auth_todo/ready",
        "/01_user_auth_todo/health",
        "/02_requirements_shared_schema/docs",
        "/02_requirements_shared_schema/ready",
        "/03_requirements_schema_per_tenant/docs",
        "/03_requirements_schema_per_tenant/ready",
        "/04_requirements_database_per_tenant/docs",
        "/04_requirements_database_per_tenant/ready"
      })
  void whatBelongsToEachAndToAll(String path) throws IOException, InterruptedException {
    assertThat(get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void theStartPageListsTheModules() throws IOException, InterruptedException {
    assertThat(get("/").body())
        .contains(
            "Personal todos", "href=\"/00_personal_todo/\"", "href=\"/00_personal_todo/docs\"")
        .contains("Users and their todos", "href=\"/01_user_auth_todo/\"");
  }

  @Test
  void nothingOfAModuleIsAtTheRoot() throws IOException, InterruptedException {
    assertThat(get("/todos").statusCode()).isEqualTo(404);
  }

  @Test
  void everyModuleOfTheCheckoutIsServed() {
    assertThat(Main.modules())
        .extracting(ApiModule::name)
        .containsExactlyElementsOf(
            Workshop.at(TestDatabase.checkout()).modules().stream()
                .map(module -> module.name().value())
                .toList());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + path));
  }
}
