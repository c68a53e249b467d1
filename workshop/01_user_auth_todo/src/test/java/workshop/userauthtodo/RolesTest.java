package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import io.javalin.testtools.JavalinTest;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.web.server.LoopbackServer;

/** By javalin-testtools, which starts a server for the length of one test: roles at work. */
class RolesTest {

  @RegisterExtension static final AuthApi api = AuthApi.shared();

  @Test
  void aRouteIsForAnyoneOrForUsersWhoAreSignedIn() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    String token = api.newUser().token();
    try (HikariDataSource pool = api.pool(meters)) {
      Javalin server = Main.server(new UserAuthTodo(), new LoopbackServer(false), pool, meters);
      JavalinTest.test(
          server,
          (running, client) -> {
            assertThat(client.get("/health").code()).isEqualTo(200);
            assertThat(client.get("/todos").code()).isEqualTo(401);
            assertThat(client.post("/todos", Map.of("title", "x")).code()).isEqualTo(401);
            assertThat(
                    client
                        .get(
                            "/todos", request -> request.header("Authorization", "Bearer " + token))
                        .code())
                .isEqualTo(200);
          });
    }
  }
}
