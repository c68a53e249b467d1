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
import shareddb.base.settings.Login;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Settings;
import shareddb.testing.TestDatabase;
import shareddb.verify.checks.CheckOutcome;
import shareddb.verify.checks.CheckedModule;

/** A sound module for each test, and what the checklist is asked about it. */
abstract class ChecklistCase {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final AtomicInteger COUNTER = new AtomicInteger();

  @TempDir Path root;

  CheckedModule module;

  @BeforeEach
  void soundModule() throws IOException, SQLException {
    String name = "70_p" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
    module = CheckedModule.make(root, name, db.admin());
  }

  @AfterEach
  void removeIt() throws SQLException {
    module.remove();
  }

  CheckedModule at(Login login, ServerChoice choice) {
    return new CheckedModule(root, module.name(), new Settings(root, choice, login, "the test"));
  }

  static CheckOutcome of(Map<String, CheckOutcome> outcomes, String title) {
    return Objects.requireNonNull(outcomes.get(title), () -> "no check " + title);
  }

  static void assertOk(CheckOutcome outcome) {
    assertThat(outcome).isInstanceOf(CheckOutcome.Ok.class);
  }

  static void assertFailed(
      Map<String, CheckOutcome> outcomes, String title, String what, String next) {
    assertThat(outcomes.get(title)).isInstanceOf(CheckOutcome.Failed.class);
    CheckOutcome.Failed failed = (CheckOutcome.Failed) of(outcomes, title);
    assertThat(failed.what() + "\n" + failed.next()).contains(what, next);
  }

  static void assertNotRun(Map<String, CheckOutcome> outcomes, String... titles) {
    assertThat(outcomes).containsKeys(titles);
    for (String title : titles) {
      assertThat(outcomes.get(title)).as(title).isInstanceOf(CheckOutcome.NotRun.class);
    }
  }
}
