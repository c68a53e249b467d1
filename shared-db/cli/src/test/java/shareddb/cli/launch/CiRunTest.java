package shareddb.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code .ci/run}: the scripts checked where shellcheck is there or can be had, then all tests. */
class CiRunTest {

  private static final String INSTALL =
      """
      case "$*" in *install*) printf '#!/bin/sh\\necho checked' >"${0%/*}/shellcheck"
        chmod +x "${0%/*}/shellcheck" ;; esac\
      """;

  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void shell() throws IOException {
    Path jdk = Shell.jdk(folder.resolve("jdk"), "25.0.1");
    shell = Shell.in(folder).with("JAVA_HOME", jdk.toString());
    Shell.script(shell.bin().resolve("id"), "echo 0");
    Shell.script(shell.bin().resolve("timeout"), "shift; exec \"$@\"");
    shell.maven("echo '[INFO] Running a.Test'");
  }

  @Test
  void checksEveryScriptBeforeTheTests() throws Exception {
    Shell.script(shell.bin().resolve("shellcheck"), "printf '%s\\n' \"$@\"");
    Shell.Run run = run();
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\ndb\n", "\n.ci/run\n", "\nshared-db/launch/build.sh\n")
        .endsWith("[INFO] Running a.Test\nAll tests passed.\n");
  }

  @Test
  void runsTheLongTestsBehindTheOthers() throws Exception {
    shell.maven("echo \"[INFO] Running with $*\"");
    Shell.Run run = run();
    assertThat(run.exit()).as(run.err()).isZero();
    String[] lanes = run.out().split("All tests passed.", -1);
    assertThat(lanes).hasSize(3);
    assertThat(lanes[0]).doesNotContain("-Dgroups=long");
    assertThat(lanes[1]).contains("-Dgroups=long -DexcludedGroups=");
  }

  @Test
  void aFindingFailsItAtOnce() throws Exception {
    Shell.script(shell.bin().resolve("shellcheck"), "echo SC2119; exit 1");
    Shell.Run run = run();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("SC2119\n");
  }

  @Test
  void installsItWhereItMay() throws Exception {
    Shell.script(shell.bin().resolve("apt-get"), INSTALL);
    assertThat(run().out()).startsWith("checked\n").endsWith("All tests passed.\n");
  }

  @Test
  void goesOnWithoutItWhereItCannotBeHad() throws Exception {
    Shell.script(shell.bin().resolve("apt-get"), "echo 'no network' >&2; exit 100");
    Shell.Run run = run();
    assertThat(run.exit()).isZero();
    assertThat(run.out()).endsWith("All tests passed.\n");
    assertThat(run.err()).contains("shellcheck is not installed", "not checked");
  }

  private Shell.Run run() throws IOException, InterruptedException {
    return shell.run(folder, "sh", shell.root().resolve(".ci/run").toString());
  }
}
