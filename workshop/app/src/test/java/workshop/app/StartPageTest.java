package workshop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Settings;
import shareddb.base.track.Track;
import shareddb.base.track.Workshop;
import shareddb.serve.Running;
import shareddb.serve.Serve;
import shareddb.testing.TestDatabase;
import shareddb.web.MountedModule;

/** The start page of all modules, and what it links to. */
class StartPageTest {

  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  /** Everything that a browser loads or goes to by itself or at a click, in HTML, SVG and CSS. */
  private static final Pattern TARGET =
      Pattern.compile("(?:href|src|srcset|action|data|poster)=\"([^\"]*)\"|url\\(([^)]*)\\)");

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
  void eachModuleIsShownAsItStands() throws IOException, InterruptedException {
    String page = get("/").body();

    for (Track track : Workshop.at(TestDatabase.checkout()).tracks()) {
      String picture = track.part().map(part -> "schema-" + part).orElse("schema") + ".svg";
      String module = "/workshop/" + track.module() + "/";
      assertThat(page).contains("href=\"/" + track.module() + "/docs\"");
      // A module that is new has no picture yet.
      boolean isDrawn =
          Files.exists(TestDatabase.checkout().resolve(module.substring(1) + picture));
      assertThat(page.contains("<img src=\"" + module + picture + "\"")).isEqualTo(isDrawn);
      assertThat(page).contains("href=\"" + module + "README.md\"");
      if (!track.isOfTenants()) {
        assertThat(page).contains("version " + track.read().getLast().version() + "<");
      }
    }
    assertThat(page).contains("nothing pending").doesNotContain("pending: ", "not known");
  }

  @Test
  void picturesAndLessonsAreServedAndNoOtherFile() throws IOException, InterruptedException {
    HttpResponse<String> picture = get("/workshop/00_personal_todo/schema.svg");
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
    HttpResponse<String> lesson = get("/workshop/00_personal_todo/README.md");
    assertThat(lesson.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(lesson.body()).contains("<h1>00 Personal todo");
    for (String path :
        List.of(
            "/workshop/00_personal_todo/pom.xml",
            "/workshop/00_personal_todo/schema-none.svg",
            "/workshop/00_personal_todo/..%2Fpom.xml",
            "/workshop/app/README.md")) {
      assertThat(get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/00_personal_todo/",
        "/00_personal_todo/docs",
        "/05_users_and_analytics/",
        "/there_is_no_such_page",
        "/workshop/02_requirements_shared_schema/schema.svg"
      })
  void noRequestLeavesTheMachine(String path) throws IOException, InterruptedException {
    HttpResponse<String> page = get(path);

    List<String> elsewhere = new ArrayList<>();
    for (MatchResult target : TARGET.matcher(page.body()).results().toList()) {
      String address = target.group(1) == null ? target.group(2) : target.group(1);
      if (address.contains("//")) {
        elsewhere.add(address);
      }
    }
    assertThat(elsewhere).isEmpty();
    assertThat(page.body()).doesNotContain("@import");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src '");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + path))
            .header("Accept", "text/html")
            .build(),
        BodyHandlers.ofString());
  }
}
