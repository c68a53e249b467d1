package shareddb.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.CoreDatabase;
import shareddb.settings.Login;
import shareddb.settings.ServerChoice;
import shareddb.settings.Settings;

/** A sound module for each test, and what the checklist is asked about it. */
abstract class ChecklistCase {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

  private static final AtomicInteger COUNTER = new AtomicInteger();

  @TempDir Path root;

  CheckedModule module;

  @BeforeEach
  void soundModule() throws IOException, SQLException {
    String name = "70_p" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
    module = CheckedModule.make(root, name, db.login());
  }

  @AfterEach
  void removeIt() throws SQLException {
    module.remove();
  }

  CheckedModule at(Login login, ServerChoice choice) {
    return new CheckedModule(root, module.name(), new Settings(root, choice, login, "the test"));
  }

  static Outcome of(Map<String, Outcome> outcomes, String title) {
    return Objects.requireNonNull(outcomes.get(title), () -> "no check " + title);
  }

  static void assertOk(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Ok.class);
  }

  static void assertFailed(Map<String, Outcome> outcomes, String title, String what, String next) {
    assertThat(outcomes.get(title)).isInstanceOf(Outcome.Failed.class);
    Outcome.Failed failed = (Outcome.Failed) of(outcomes, title);
    assertThat(failed.what() + "\n" + failed.next()).contains(what, next);
  }

  static void assertNotRun(Map<String, Outcome> outcomes, String... titles) {
    assertThat(outcomes).containsKeys(titles);
    for (String title : titles) {
      assertThat(outcomes.get(title)).as(title).isInstanceOf(Outcome.NotRun.class);
    }
  }
}
