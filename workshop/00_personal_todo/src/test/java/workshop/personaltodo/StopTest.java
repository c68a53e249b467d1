package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.webtesting.RunningApi;

/** Starting and stopping: a request in flight finishes. */
class StopTest {

  @RegisterExtension
  static final MigratedDatabase database = MigratedDatabase.of("00_personal_todo");

  private static final String PROBLEM = "application/problem+json";

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aRequestInFlightFinishesWhileNewOnesAreRefused() throws Exception {
    RunningApi running = ServedTodos.serve(database.admin());
    int port = running.port();
    try (Connection admin = database.admin().connect();
        Statement statement = admin.createStatement()) {
      admin.setAutoCommit(false);
      statement.execute("LOCK TABLE \"00_personal_todo\".todos IN ACCESS EXCLUSIVE MODE");
      CompletableFuture<HttpResponse<String>> inFlight =
          client.sendAsync(ServedTodos.request(port, "/todos").build(), BodyHandlers.ofString());
      awaitWaiting(statement);

      CompletableFuture<Void> closed = CompletableFuture.runAsync(running::close);
      assertThatAllAreTold503(port);
      assertThat(closed).isNotDone();
      admin.rollback();

      assertThat(inFlight.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
      assertThatThrownBy(() -> askOnce(port)).isInstanceOf(ConnectException.class);
    }
  }

  private static void awaitWaiting(Statement statement) throws SQLException {
    String sql =
        "SELECT count(*) FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM"
            + " pg_database WHERE datname = current_database())";
    Instant deadline = Instant.now().plusSeconds(10);
    while (true) {
      try (ResultSet waiting = statement.executeQuery(sql)) {
        waiting.next();
        if (waiting.getInt(1) > 0) {
          return;
        }
      }
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /** Each request that arrives after closing has begun gets an answer. */
  private void assertThatAllAreTold503(int port) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plusSeconds(10);
    int told = 0;
    while (told < 50) {
      HttpResponse<String> answer = askOnce(port);
      assertThat(answer.statusCode()).isIn(told == 0 ? List.of(200, 503) : List.of(503));
      if (answer.statusCode() == 503) {
        told++;
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(PROBLEM);
      }
      assertThat(Instant.now()).isBefore(deadline);
    }
  }

  private static HttpResponse<String> askOnce(int port) throws IOException, InterruptedException {
    try (HttpClient fresh = HttpClient.newHttpClient()) {
      return fresh.send(
          ServedTodos.request(port, "/health").timeout(Duration.ofSeconds(5)).build(),
          BodyHandlers.ofString());
    }
  }
}
