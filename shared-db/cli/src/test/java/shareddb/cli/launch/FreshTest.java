package shareddb.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code make fresh}: what it deletes, what it keeps, and that it asks. */
@Tag("no-server")
class FreshTest {

  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void checkout() throws IOException {
    shell = Shell.in(folder);
    Files.createDirectories(path("localdev/data/workshop_pgdata"));
    Files.createDirectories(path("localdev/learn/00.1"));
    Files.createDirectories(path("shared-db/base/target/classes"));
    Files.writeString(path(".env"), "PORT=1\n");
    Shell.script(path("db"), "echo called: db \"$@\"");
  }

  @Test
  void withoutATerminalItDeletesNothingUnlessToldTo() throws Exception {
    Shell.Run refused = shell.run(shell.root(), "make", "fresh");

    assertThat(refused.out()).contains("This deletes:", "localdev", "in 1 folders", "keeps .env");
    assertThat(refused.err()).contains("nothing was deleted", "next:  YES=1 make fresh");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(path("localdev/learn/00.1")).exists();
  }

  @Test
  void theServerIsStoppedBeforeItsDataGo() throws Exception {
    Shell.Run done = shell.with("YES", "1").run(shell.root(), "make", "fresh");

    assertThat(done.exit()).as(done.err()).isZero();
    assertThat(done.out()).contains("called: db stop", "as fresh as a clone");
    assertThat(path("localdev")).doesNotExist();
    assertThat(path("shared-db/base/target")).doesNotExist();
    assertThat(path("shared-db/base/src/main")).exists();
    assertThat(path(".env")).exists();
    assertThat(shell.run(shell.root(), "make", "fresh").out()).contains("nothing: the checkout");
  }

  @Test
  void aServerThatCannotBeStoppedKeepsItsData() throws Exception {
    Shell.script(path("db"), "echo it does not stop >&2; exit 1");

    Shell.Run failed = shell.with("YES", "1").run(shell.root(), "make", "fresh");

    assertThat(failed.exit()).isNotZero();
    assertThat(failed.err()).contains("it does not stop");
    assertThat(path("localdev/data/workshop_pgdata")).exists();
  }

  private Path path(String name) {
    return shell.root().resolve(name);
  }
}
