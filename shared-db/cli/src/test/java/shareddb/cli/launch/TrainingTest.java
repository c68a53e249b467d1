package shareddb.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a build the launcher has the JVM keep the classes of one run, for those to come. */
class TrainingTest {

  private static final String BUILD =
      "mkdir -p shared-db/cli/target; touch c.jar; printf c.jar"
          + " >shared-db/cli/target/runtime.classpath";

  /** Keeps what it is told to keep, unless there is no server to learn from. */
  private static final String JAVA =
      """
      printf '%s\\n' "$@"
      for argument in "$@"; do
        case $argument in
          -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*)
            echo "$argument" >>"$TRAININGS"
            [ -z "${NO_SERVER:-}" ] || exit 1
            touch "${argument#*=}" ;;
        esac
      done\
      """;

  @TempDir Path folder;

  private Path jdk;
  private Shell shell;

  @BeforeEach
  void shell() throws IOException {
    jdk = folder.resolve("jdk");
    shell =
        Shell.in(folder)
            .with("JAVA_HOME", jdk.toString())
            .with("TRAININGS", folder.resolve("trainings").toString());
    shell.maven(BUILD);
    install("25.0.1");
  }

  @Test
  void theFirstCommandTrainsAndAllUseWhatWasLearnt() throws Exception {
    String archive = "-XX:AOTCache=" + target() + "/db-25.archive\n";
    assertThat(db("current", "00").out())
        .contains(archive)
        .endsWith("shareddb.cli.Main\ncurrent\n00\n");
    assertThat(db("current", "00").out()).contains(archive);
    assertThat(trainings()).hasSize(1);
  }

  @Test
  void olderOnesKeepTheClassesAlone() throws Exception {
    install("21.0.4");
    assertThat(db("current", "00").out())
        .contains("-XX:SharedArchiveFile=" + target() + "/db-21.archive\n");
    assertThat(trainings()).singleElement().asString().startsWith("-XX:ArchiveClassesAtExit=");
  }

  @Test
  void withoutAServerTheNextOneTriesAgain() throws Exception {
    Shell.Run run = shell.with("NO_SERVER", "1").run(shell.root(), "./db", "current", "00");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).doesNotContain("db-25.archive").endsWith("current\n00\n");
    assertThat(db("current", "00").out()).contains("db-25.archive");
  }

  @Test
  void whatAsksNoServerDoesNotWaitForIt() throws Exception {
    db("start");
    db("--help");
    db();
    assertThat(folder.resolve("trainings")).doesNotExist();
  }

  @Test
  void aNewBuildIsTrainedAnew() throws Exception {
    db("current", "00");
    // The class path is as old as the newest source that went into the build.
    Files.setLastModifiedTime(target().resolve("db-25.archive"), FileTime.fromMillis(0));
    db("current", "00");
    assertThat(trainings()).hasSize(2);
  }

  private void install(String version) throws IOException {
    Shell.jdk(jdk, version);
    Shell.script(jdk.resolve("bin/java"), JAVA);
  }

  private Path target() throws IOException {
    return shell.root().toRealPath().resolve("shared-db/cli/target");
  }

  private List<String> trainings() throws IOException {
    return Files.readAllLines(folder.resolve("trainings"));
  }

  private Shell.Run db(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = "./db";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return shell.run(shell.root(), command);
  }
}
