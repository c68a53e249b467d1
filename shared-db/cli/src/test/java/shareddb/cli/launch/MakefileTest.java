package shareddb.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static shareddb.cli.launch.LauncherTest.BUILD;
import static shareddb.cli.launch.LauncherTest.MODULE;
import static shareddb.cli.launch.LauncherTest.SERVES;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Makefiles of the root and of a module, in a checkout whose path has a blank in it. */
class MakefileTest {

  @TempDir Path folder;

  private Shell shell;
  private Path builds;

  @BeforeEach
  void shell() throws IOException {
    builds = folder.resolve("builds");
    Path jdk = Shell.jdk(folder.resolve("jdk"), "25.0.1");
    shell = Shell.in(folder).with("JAVA_HOME", jdk.toString()).with("BUILDS", builds.toString());
    shell.maven(BUILD);
  }

  @Test
  void bareMakePrintsHelp() throws Exception {
    Shell.Run root = shell.run(shell.root(), "make");
    assertThat(root.exit()).isZero();
    assertThat(root.out()).contains("make run", "make test", "make db-start", "make verify");
    Shell.Run module = shell.run(module(), "make");
    assertThat(module.exit()).isZero();
    assertThat(module.out()).startsWith("00_some_module:").contains("make upgrade", "make reset");
    assertThat(builds).doesNotExist();
  }

  @Test
  void makeInAModuleIsTheToolOnThatModule() throws Exception {
    for (String target : List.of("upgrade", "downgrade", "current", "history", "reset", "verify")) {
      Shell.Run run = shell.run(folder, "make", "-C", module().toString(), target);
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out()).contains("shareddb.cli.Main\n" + target + "\n00_some_module\n");
      assertThat(run.err()).contains("JDK 25: " + folder.resolve("jdk"));
    }
  }

  @Test
  void aModulesTargetTypedAtTheRootSaysWhereToTypeIt() throws Exception {
    for (String target : List.of("upgrade", "downgrade", "current", "history", "reset")) {
      Shell.Run run = shell.run(shell.root(), "make", target);
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err())
          .contains(
              "make " + target + " is for one module",
              "next:  make -C workshop/00_some_module " + target,
              "  or   ./db " + target + " 00");
    }
    assertThat(builds).doesNotExist();
  }

  @Test
  void makeRunStartsTheModulesMainInPlaceOfItself() throws Exception {
    shell.maven(MODULE.formatted(target(), SERVES));
    Shell.Run run = shell.run(module(), "make", "run");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("-cp\nworkshop/00_some_module/target/classes:")
        .endsWith("/target/" + SERVES + "\nworkshop.somemodule.Main\n");
  }

  @Test
  void aMainThatOnlyConnectsGetsAServerAnUpgradedSchemaAndItsSettings() throws Exception {
    shell.maven(BUILD + MODULE.formatted(target(), "c.jar"));
    Shell.script(
        folder.resolve("jdk/bin/java"),
        """
        case "$*" in
          *'cli.Main env 00_some_module') echo "export DB_URL='it'\\''s here'" ;;
          *'workshop.somemodule.Main') echo "$DB_URL" ;;
          *StartupTraining*) ;;
          *) printf '%s\n' "$@" "schema $WORKSHOP_SCHEMA" | sed -n '/cli.Main/,$p' ;;
        esac
        """);
    Shell.Run run = shell.with("WORKSHOP_SCHEMA", "dev").run(module(), "make", "run");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            shareddb.cli.Main
            start
            schema\s
            shareddb.cli.Main
            upgrade
            00_some_module
            schema\s
            it's here
            """);
  }

  @Test
  void aMainThatOnlyConnectsIsNotStartedOverASchemaThatIsNotUpgraded() throws Exception {
    shell.maven(BUILD + MODULE.formatted(target(), "c.jar"));
    Shell.script(
        folder.resolve("jdk/bin/java"),
        "case \"$*\" in *'Main upgrade'*) exit 1 ;; *somemodule*) echo started ;; esac");
    Shell.Run run = shell.run(module(), "make", "run");
    assertThat(run.exit()).isNotZero();
    assertThat(run.out()).doesNotContain("started");
  }

  private Path module() {
    return shell.root().resolve("workshop/00_some_module");
  }

  private Path target() {
    return module().resolve("target");
  }
}
