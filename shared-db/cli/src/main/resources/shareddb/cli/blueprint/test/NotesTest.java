package workshop.@package@;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.serve.Running;
import shareddb.serve.Serve;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.web.Mount;

/** The API over HTTP, on a free port, over a database of its own. */
final class NotesTest {

  private static final String NAME = Main.MODULE.name().value();

  @RegisterExtension static final MigratedDatabase db = MigratedDatabase.of(NAME);

  private static Running api;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void serve() {
    api = Serve.serve(db.admin(), 0, List.of(Main.MODULE), Mount::alone);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void whatIsAddedIsShownListedAndRemoved() throws Exception {
    HttpResponse<String> made = add("Water the plants");
    assertThat(made.statusCode()).isEqualTo(201);

    String path = made.headers().firstValue("Location").orElseThrow();
    assertThat(send(request(path)).body()).isEqualTo(made.body());
    assertThat(send(request("/notes")).body()).contains(made.body());

    assertThat(send(request(path).DELETE()).statusCode()).isEqualTo(204);
    assertThat(send(request(path)).statusCode()).isEqualTo(404);
    assertThat(send(request(path).DELETE()).statusCode()).isEqualTo(404);
  }

  @Test
  void aBlankBodyIsRefused() throws Exception {
    HttpResponse<String> refused = add("  ");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("#/body");
  }

  @Test
  void theNextPageBeginsBehindTheLast() throws Exception {
    add("first");
    add("second");
    HttpResponse<String> page = send(request("/notes?limit=1"));
    assertThat(page.body()).contains("second").doesNotContain("first");
    assertThat(page.headers().firstValue("Link").orElseThrow()).contains("rel=\"next\"");
  }

  private HttpResponse<String> add(String body) throws IOException, InterruptedException {
    return send(
        request("/notes")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"body\": \"" + body + "\"}")));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path));
  }
}
