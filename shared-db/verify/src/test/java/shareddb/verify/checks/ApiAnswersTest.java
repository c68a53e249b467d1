package shareddb.verify.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shareddb.testing.TestDatabase;

@Tag("long")
class ApiAnswersTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir static Path root;

  private static CheckedModule module;

  @BeforeAll
  static void soundModule() throws IOException, SQLException {
    module = CheckedModule.make(root, "71_p" + ProcessHandle.current().pid(), db.admin());
  }

  @AfterAll
  static void removeIt() throws SQLException {
    module.remove();
  }

  @ParameterizedTest
  @CsvSource({
    "500, gives 500",
    "404, gives 404",
    "401, gives 401, and GET /ready not 200",
    "503, gives 503",
    "exit, exit code 7",
    "silent, no answer to GET /notes within 5000 ms"
  })
  void tellsWhatAnApiDidInPlaceOfAnswering(String behaviour, String complaint) throws Exception {
    CheckOutcome outcome =
        module.look(new ApiAnswers(Duration.ofSeconds(5)), Map.of("FAKE_API", behaviour));
    assertThat(outcome).isInstanceOf(CheckOutcome.Failed.class);
    assertThat(outcome.toString())
        .contains(complaint, "this API is told: " + behaviour, "make -C workshop/");
    assertNothingIsLeftRunning();
  }

  @Test
  void tellsThatItCannotBeBuilt() throws SQLException {
    CheckOutcome outcome =
        module.look(new ApiAnswers(Duration.ofSeconds(5)), Map.of("FAKE_BUILD", "1"));
    assertThat(outcome).isInstanceOf(CheckOutcome.Failed.class);
    assertThat(outcome.toString()).contains("cannot be built");
  }

  @Test
  void anApiThatAsksWhoIsCallingAnswersToo() throws SQLException {
    CheckOutcome outcome =
        module.look(new ApiAnswers(Duration.ofSeconds(20)), Map.of("FAKE_API", "login"));
    assertThat(outcome).isInstanceOf(CheckOutcome.Ok.class);
    assertThat(outcome.toString()).contains("GET /notes: 401 without a login, GET /ready: 200");
  }

  @Test
  void leavesNothingRunningWhenItAnswers() throws SQLException {
    CheckOutcome outcome = module.look(new ApiAnswers(Duration.ofSeconds(20)), Map.of());
    assertThat(outcome).isInstanceOf(CheckOutcome.Ok.class);
    assertNothingIsLeftRunning();
  }

  /** The build's own server and its watcher may be children of this process; an API is a java. */
  private static void assertNothingIsLeftRunning() {
    assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info))
        .noneMatch(info -> info.command().orElse("").endsWith("java"));
  }
}
