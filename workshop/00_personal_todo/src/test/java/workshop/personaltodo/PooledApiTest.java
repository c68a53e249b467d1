package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.migrate.role.ApiRole;
import shareddb.testing.PgBouncer;
import shareddb.testing.TestDatabase;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.webtesting.RunningApi;

/** The API behind PgBouncer in transaction mode, which has two sessions for all its clients. */
@Tag("long")
class PooledApiTest {

  private static final int CLIENTS = 8;
  private static final int ROUNDS = 25;

  @RegisterExtension
  static final MigratedDatabase database = MigratedDatabase.of("00_personal_todo");

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void eightClientsGetAnswersAsWithoutIt() throws Exception {
    try (PgBouncer bouncer = PgBouncer.before(database.admin(), folder);
        RunningApi running = ServedTodos.serveAs(login(bouncer));
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Map<Integer, Integer>>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(threads.submit(() -> statuses(running.port())));
      }
      for (Future<Map<Integer, Integer>> one : clients) {
        assertThat(one.get()).isEqualTo(Map.of(200, ROUNDS, 201, ROUNDS));
      }
    }
  }

  /** How often each status was answered. */
  private Map<Integer, Integer> statuses(int port) throws Exception {
    Map<Integer, Integer> statuses = new HashMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      int added =
          client
              .send(
                  ServedTodos.request(port, "/todos")
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofString("{\"title\": \"through a pooler\"}"))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();
      int listed =
          client
              .send(ServedTodos.request(port, "/todos").build(), BodyHandlers.discarding())
              .statusCode();
      statuses.merge(added, 1, Integer::sum);
      statuses.merge(listed, 1, Integer::sum);
    }
    return statuses;
  }

  private static Login login(PgBouncer bouncer) {
    return ApiRole.pooledLogin(
        new Target(settings(bouncer).admin(), new ModuleName("00_personal_todo").schema()));
  }

  private static Settings settings(PgBouncer bouncer) {
    Login admin = database.admin();
    return Settings.load(
        TestDatabase.checkout(),
        Map.of(
            "POSTGRES_HOST", admin.host(),
            "POSTGRES_PORT", String.valueOf(admin.port()),
            "POSTGRES_DB", admin.database().value(),
            "POSTGRES_USER", admin.user(),
            "POSTGRES_PASSWORD", admin.password().reveal(),
            "WORKSHOP_SECRET", admin.apis().secret().value().reveal(),
            "POSTGRES_POOLER_URL", "postgresql://127.0.0.1:" + bouncer.port()));
  }
}
