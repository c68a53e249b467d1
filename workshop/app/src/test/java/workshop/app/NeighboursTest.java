package workshop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.base.track.Workshop;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Upgrade;
import shareddb.serve.Running;
import shareddb.serve.Serve;
import shareddb.testing.TestDatabase;
import shareddb.web.MountedModule;

/** What is done to one module does not touch another that runs in the same process. */
@Tag("long")
class NeighboursTest {

  private static final ModuleName PERSONAL = new ModuleName("00_personal_todo");
  private static final ModuleName USERS = new ModuleName("01_user_auth_todo");

  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  private static Running running;

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
  void undoingAllOfOneLeavesTheOtherAsItIs() throws Exception {
    assertThat(add("/00_personal_todo/todos", "{\"title\": \"Stays\"}")).isEqualTo(201);
    String before = get("/00_personal_todo/todos").body();

    undo(USERS);

    assertThat(get("/01_user_auth_todo/ready").statusCode()).isEqualTo(200);
    assertThat(get("/00_personal_todo/todos").body()).isEqualTo(before);
    upgrade(USERS);
    String user = "{\"email\": \"ada@example.org\", \"password\": \"a long walk in the rain\"}";
    assertThat(add("/01_user_auth_todo/register", user)).isEqualTo(202);

    undo(PERSONAL);

    assertThat(get("/00_personal_todo/todos").statusCode()).isEqualTo(503);
    assertThat(add("/01_user_auth_todo/login", user)).isEqualTo(200);
    upgrade(PERSONAL);
    assertThat(get("/00_personal_todo/todos").statusCode()).isEqualTo(200);
  }

  private static void undo(ModuleName module) throws SQLException {
    List<Version> versions = track(module).read().stream().map(m -> m.version()).toList();
    Downgrade.run(track(module), target(module), new DowngradeTo.Steps(versions.size()));
  }

  private static void upgrade(ModuleName module) throws SQLException {
    Upgrade.run(track(module), target(module));
  }

  private static Track track(ModuleName module) {
    return Workshop.at(TestDatabase.checkout()).module(module).tracks().getFirst();
  }

  private static Target target(ModuleName module) {
    return new Target(database.admin(), module.schema());
  }

  private static int add(String path, String json) throws IOException, InterruptedException {
    return send(request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)))
        .statusCode();
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + path));
  }
}
