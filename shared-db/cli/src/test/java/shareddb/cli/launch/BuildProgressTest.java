package shareddb.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launchers show while Maven builds: the part, of how many, the seconds, the log. */
class BuildProgressTest {

  /** A build that stays at its second part of three until the test lets it go on. */
  private static final String TWO_OF_THREE =
      """
      echo '[INFO] Building shared-db-base 1.0-SNAPSHOT                      [2/3]'
      while [ ! -e "$HOLD" ]; do sleep 0.05; done
      mkdir -p shared-db/cli/target; touch c.jar
      printf c.jar >shared-db/cli/target/runtime.classpath
      """;

  @TempDir Path folder;

  private Shell shell;
  private Path hold;

  @BeforeEach
  void shell() throws IOException {
    hold = folder.resolve("hold");
    Path jdk = Shell.jdk(folder.resolve("jdk"), "25.0.1");
    shell = Shell.in(folder).with("JAVA_HOME", jdk.toString()).with("HOLD", hold.toString());
  }

  @Test
  void aPipeGetsOneLineForEachPart() throws Exception {
    shell.maven(TWO_OF_THREE);
    Shell.Started build = shell.start(shell.root(), "./db", "help");
    Shell.await("the second part", () -> build.err().contains("shared-db-base"));
    Files.createFile(hold);
    Shell.Run run = build.end();
    assertThat(run.exit()).isZero();
    assertThat(run.err())
        .matches(
            """
            building the db tool \\.\\.\\. \\(details: .*localdev/build\\.log\\)
              part 2 of 3, \\d+ s: shared-db-base
            built the db tool in \\d+ s
            """);
    assertThat(run.out()).startsWith("-XX:").endsWith("help\n");
    assertThat(shell.root().resolve("localdev/build.log"))
        .content()
        .contains("Building shared-db-base 1.0-SNAPSHOT");
  }

  @Test
  void aTerminalGetsOneLineThatIsWrittenOverEachSecond() throws Exception {
    Path log = folder.resolve("build.log");
    Files.writeString(
        log, "[INFO] Building 04_requirements_database_per_tenant 1.0-SNAPSHOT     [12/15]\n");
    String script =
        """
        . "$1/shared-db/launch/progress.sh"
        watch_build "$2" terminal "$(date +%s)"
        """;
    Shell.Started watch =
        shell.start(folder, "sh", "-c", script, "sh", shell.root().toString(), log.toString());
    try {
      Shell.await("the seconds to go on", () -> watch.err().contains(", 2 s: "));
    } finally {
      watch.process().destroy();
    }
    assertThat(watch.err().split("\r"))
        .hasSizeGreaterThan(2)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(80).doesNotContain("\n"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("  part 12 of 15, 2 s: 04_requirements_database_per_tenant "));
  }

  /** The watcher's process is still beginning when it is ended. */
  @Test
  void aBuildThatIsOverAtOnceIsNotWaitedFor() throws Exception {
    String script =
        """
        . "$1/shared-db/launch/progress.sh"
        trap 'exit 143' TERM
        i=0
        while [ $i -lt 100 ]; do
          begin_progress something "$2"
          end_progress 0
          i=$((i + 1))
        done
        """;
    Path log = folder.resolve("build.log");
    Shell.Run run =
        shell.run(folder, "sh", "-c", script, "sh", shell.root().toString(), log.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.err().lines().filter(line -> line.startsWith("built something"))).hasSize(100);
  }

  @Test
  void aBrokenBuildShowsTheErrorsAndNamesTheLog() throws Exception {
    shell.maven(
        """
        echo '[INFO] Building shared-db-base 1.0-SNAPSHOT                      [2/3]'
        echo '[WARNING] Some.java: [3,1] [cast] redundant cast'
        echo '[ERROR] Some.java: no such thing'
        printf '\\033[0m\\033[0m'
        exit 1\
        """);
    Shell.Run run = shell.run(shell.root(), "./db", "help");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("[ERROR] Some.java: no such thing", "localdev/build.log")
        .as("warnings may be errors")
        .contains("[cast] redundant cast")
        .doesNotContain("[INFO]", "built the db tool", "\033");
  }

  @Test
  void aModuleThatMavenNamesWithoutItsFolderIsToldAndDoesNotStopTheTool() throws Exception {
    shell.maven(
        """
        printf '%s\\n' "$*" >"$HOLD"
        mkdir -p shared-db/cli/target; touch c.jar
        printf c.jar >shared-db/cli/target/runtime.classpath\
        """);
    Files.writeString(
        shell.root().resolve("workshop/pom.xml"),
        "    <module>00_some_module</module>\n    <module>07_gone</module>\n");
    assertThat(shell.run(shell.root(), "./db", "help").exit()).isZero();
    assertThat(hold).content().contains("/a checkout/shared-db/pom.xml ", "-pl cli ");

    for (String target : new String[] {"test", "run"}) {
      Shell.Run run = shell.run(shell.root(), "make", target);
      assertThat(run.exit()).isNotZero();
      assertThat(run.err())
          .contains("The folder workshop/07_gone is gone", "  ./db new --remove 07_gone\n");
    }
  }

  @Test
  void allTestsShowWhichPartOfHowManyBegins() throws Exception {
    shell.maven(
        """
        printf '\\033[0m\\033[0m[INFO] Scanning for projects...\\n'
        echo '[INFO] Reactor Build Order:'
        echo '[INFO] '
        echo '[INFO] shared-db-base                                     [jar]'
        echo '[INFO] ---------------------< workshop:shared-db-base >---------------------'
        echo '[INFO] Building Schema per project 1.0-SNAPSHOT                  [1/15]'
        echo '[INFO] Building shared-db-base 1.0-SNAPSHOT                      [2/15]'
        echo '[INFO] --- surefire:3.5.4:test (default-test) @ shared-db-base ---'
        echo '[INFO] Running shareddb.names.SchemaNameTest'
        echo '[ERROR] shareddb.names.SchemaNameTest.quoted -- Time elapsed: 0.1 s <<< FAILURE!'
        echo '  in two lines'
        printf '\\033[0m\\033[0m'
        exit 7\
        """);
    Shell.Run run = shell.run(shell.root(), "make", "test");
    assertThat(run.exit()).isNotZero();
    assertThat(run.out())
        .matches(
            """
            part 1 of 15, \\d+ s: Schema per project
            part 2 of 15, \\d+ s: shared-db-base
            \\[INFO\\] Running shareddb.names.SchemaNameTest
            \\[ERROR\\] shareddb.names.SchemaNameTest.quoted -- .*
              in two lines
            """);
    assertThat(run.err()).contains("Error 7");
  }
}
