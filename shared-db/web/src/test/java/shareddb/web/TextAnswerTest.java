package shareddb.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** A text that is sent while it is written, and what its client gets where writing fails. */
@Tag("no-server")
class TextAnswerTest {

  private static final int LONG = 100_000;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static WebServer server;

  /** Texts that fail sooner or later. */
  private record Failing() implements ApiModule {

    @Override
    public ModuleName name() {
      return new ModuleName("00_failing");
    }

    @Override
    public String title() {
      return "Failing";
    }

    @Override
    public void routes(Routes routes, Database database) {
      routes.get("/whole", "All").answersText("text/csv", request -> out -> write(LONG, out));
      routes
          .get("/early", "Fails before anything is sent")
          .answersText(
              "text/csv",
              request ->
                  out -> {
                    write(10, out);
                    throw new IllegalStateException("early");
                  });
      routes
          .get("/late", "Fails half-way")
          .answersText(
              "text/csv",
              request ->
                  out -> {
                    write(LONG, out);
                    throw new IllegalStateException("late");
                  });
    }

    private static void write(int lines, java.io.Writer out) throws IOException {
      for (int i = 0; i < lines; i++) {
        out.write("line\n");
      }
    }
  }

  @BeforeAll
  static void serve() {
    Databases unused = Databases.of(new Database(new PGSimpleDataSource()));
    server = WebServer.start(0, List.of(Mount.alone(new Failing(), unused)), new Metrics());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aLongTextArrivesWhole() throws Exception {
    HttpResponse<String> answer = get("/whole");

    assertThat(answer.body()).hasLineCount(LONG);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv");
  }

  @Test
  void whatFailsBeforeAnythingIsSentIsAProblemDocument() throws Exception {
    HttpResponse<String> answer = get("/early");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
    assertThat(answer.body()).startsWith("{\"type\":\"urn:problem-type:internal\"");
  }

  @Test
  void whatFailsHalfWayBreaksOffInPlaceOfLookingWhole() {
    assertThatThrownBy(() -> get("/late")).isInstanceOf(IOException.class);
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
