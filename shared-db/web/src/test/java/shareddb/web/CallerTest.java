package shareddb.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import shareddb.base.names.ModuleName;

/** What a request may claim in its headers. */
@Tag("no-server")
class CallerTest {

  private static final String KEY = "X-Key";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static WebServer server;

  /** Says which key it saw, and whether something was to be changed. */
  private record Echo() implements ApiModule {

    @Override
    public ModuleName name() {
      return new ModuleName("00_echo");
    }

    @Override
    public String title() {
      return "Echo";
    }

    @Override
    public void routes(Routes routes, Database database) {
      routes
          .get("/key", "The key")
          .answersText(
              "text/csv", request -> out -> out.write(request.caller().header(KEY).orElse("none")));
      routes
          .delete("/key", "Deletes it")
          .answersText("text/csv", request -> out -> out.write("deleted"));
    }
  }

  @BeforeAll
  static void serve() {
    Databases unused = Databases.of(new Database(new PGSimpleDataSource()));
    server = WebServer.start(0, List.of(Mount.alone(new Echo(), unused)), new Metrics());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aHeaderCountsOnceAndTwiceIsRefused() throws Exception {
    assertThat(get().body()).isEqualTo("none");
    assertThat(get(KEY, "one").body()).isEqualTo("one");

    HttpResponse<String> twice = get(KEY, "one", KEY, "two");
    assertThat(twice.statusCode()).isEqualTo(400);
    assertThat(twice.body()).contains("X-Key is there more than once").doesNotContain("one,");
  }

  @Test
  void noHeaderMakesAnotherMethodOfARequest() throws Exception {
    assertThat(get("X-HTTP-Method-Override", "DELETE").body()).isEqualTo("none");
  }

  private static HttpResponse<String> get(String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/key"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
