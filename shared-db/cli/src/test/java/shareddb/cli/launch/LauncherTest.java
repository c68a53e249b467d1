package shareddb.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code db}, in a checkout whose path has a blank in it. */
class LauncherTest {

  /** Writes what the build would write, and counts. */
  static final String BUILD =
      """
      echo build >>"$BUILDS"
      while [ -n "${HOLD:-}" ] && [ ! -e "$HOLD" ]; do sleep 0.05; done
      mkdir -p shared-db/cli/target
      jars="${0%/bin/mvn}/jars"
      mkdir -p "$jars" && touch "$jars/a.jar" "$jars/b.jar"
      printf %s "$jars/a.jar:$jars/b.jar" \\
        >"${0%/bin/mvn}/a checkout/shared-db/cli/target/runtime.classpath"
      """;

  /** Writes what the build of a module would write, with a jar of this name on its class path. */
  static final String MODULE =
      """
      mkdir -p '%1$s/shared-db/serve'; touch '%1$s/%2$s'
      printf '%1$s/%2$s' >'%1$s/runtime.classpath'
      """;

  /** A module whose Main starts the server by itself. */
  static final String SERVES = "shared-db/serve/c.jar";

  @TempDir Path folder;

  private Shell shell;
  private Path builds;
  private Path source;

  @BeforeEach
  void shell() throws IOException {
    builds = folder.resolve("builds");
    Path jdk = Shell.jdk(folder.resolve("jdk"), "25.0.1");
    shell = Shell.in(folder).with("JAVA_HOME", jdk.toString()).with("BUILDS", builds.toString());
    shell.maven(BUILD);
    Path sources = shell.root().resolve("shared-db/cli/src/main");
    source = sources.resolve("Some.java");
    Files.writeString(source, "class Some {}");
    age(source);
    age(sources);
  }

  @Test
  void runsTheToolWithAllArgumentsAsTheyAre() throws Exception {
    Shell.Run run = db("sql", "SELECT 'a  b'", "", "$HOME");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("-Dworkshop.root=" + shell.root().toRealPath() + "\n")
        .containsPattern("/shared-db/cli/target/db.jar:.*/jars/a.jar:.*/jars/b.jar\n")
        .endsWith("shareddb.cli.Main\nsql\nSELECT 'a  b'\n\n$HOME\n");
    assertThat(run.err()).startsWith("building the db tool ...");
  }

  @Test
  void isFoundThroughLinksFromAnywhere() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    Files.createSymbolicLink(elsewhere.resolve("one"), Path.of("../a checkout/db"));
    Files.createSymbolicLink(elsewhere.resolve("two"), elsewhere.resolve("one"));
    Shell.Run run = shell.run(folder, "sh", elsewhere.resolve("two").toString(), "help");
    assertThat(run.out()).contains("-Dworkshop.root=" + shell.root().toRealPath() + "\n");
  }

  @Test
  void buildsOnlyWhatIsStale() throws Exception {
    db("help");
    assertThat(db("help").err()).isEmpty();
    assertThat(builds()).hasSize(1);

    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    db("help");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void aDeletedSourceIsAChangeToo() throws Exception {
    db("help");
    Files.delete(source);
    Files.setLastModifiedTime(
        source.resolveSibling(""), FileTime.from(Instant.now().plusSeconds(5)));
    db("help");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void whatTheFirstBuildMakesBesideTheSourcesIsNoChange() throws Exception {
    Path codegen = shell.root().resolve("shared-db/codegen");
    Files.createDirectories(codegen);
    Files.createFile(codegen.resolve("pom.xml"));
    age(codegen.resolve("pom.xml"));
    age(codegen);
    // A file's time is no finer than some milliseconds.
    shell.maven(
        "sleep 0.05; mkdir -p '" + codegen + "/target'; " + MODULE.formatted(target(), SERVES));
    shell.run(module(), "make", "run");
    assertThat(shell.run(module(), "make", "run").err()).doesNotContain("building");
  }

  @Test
  void pagesExercisesTestsAndOtherModulesAreNotWhatAModuleIsBuiltFrom() throws Exception {
    shell.maven(MODULE.formatted(target(), SERVES));
    shell.run(module(), "make", "run");
    for (String other :
        List.of("README.md", "exercises/01/start.sql", "src/test/ATest.java", "../01_b/pom.xml")) {
      writeLater(module().resolve(other));
    }
    assertThat(shell.run(module(), "make", "run").err()).doesNotContain("building");

    writeLater(module().resolve("migrations/V1__a.sql"));
    assertThat(shell.run(module(), "make", "run").err()).contains("building");
  }

  @Test
  void aClassPathThatLeadsNowhereIsMadeAnew() throws Exception {
    db("help");
    Files.delete(folder.resolve("jars/b.jar"));
    assertThat(db("help").err()).contains("building the db tool");
    assertThat(db("help").err()).isEmpty();
  }

  @Test
  void aCheckoutThatMayNotBeWrittenToIsSaidToBeOne() throws Exception {
    Files.createFile(shell.root().resolve("localdev"));
    Shell.Run run = db("help");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("may not write to " + shell.root().toRealPath() + "/localdev");
    assertThat(builds).doesNotExist();
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    Path hold = folder.resolve("hold");
    Shell slow = shell.with("HOLD", hold.toString());
    Shell.Started first = slow.start(slow.root(), "./db", "help");
    Shell.await("the first to build", () -> Files.exists(builds));
    Shell.Started second = slow.start(slow.root(), "./db", "help");
    Shell.await("the second to wait", () -> second.err().contains("waiting for another build"));
    Files.createFile(hold);
    assertThat(first.end().exit()).isZero();
    assertThat(second.end().exit()).isZero();
    assertThat(builds()).hasSize(1);
    assertThat(lock()).doesNotExist();
  }

  @Test
  void aKilledBuildLeavesNothingInTheWay() throws Exception {
    Shell slow = shell.with("HOLD", folder.resolve("never").toString());
    Shell.Started killed = slow.start(slow.root(), "./db", "help");
    Shell.await("the build", () -> Files.exists(builds));
    List<ProcessHandle> all = killed.process().descendants().toList();
    killed.process().destroyForcibly().waitFor();
    all.forEach(ProcessHandle::destroyForcibly);
    assertThat(Files.isSymbolicLink(lock())).isTrue();

    assertThat(db("help").exit()).isZero();
    assertThat(builds()).hasSize(2);
    assertThat(Files.isSymbolicLink(lock())).isFalse();
  }

  @Test
  void aBrokenBuildIsShownAndTriedAgain() throws Exception {
    shell.maven("echo '[ERROR] Some.java: no such thing'; exit 1");
    Shell.Run run = db("help");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("[ERROR] Some.java: no such thing");
    assertThat(Files.isSymbolicLink(lock())).isFalse();
    shell.maven(BUILD);
    assertThat(db("help").exit()).isZero();
  }

  @Test
  void withoutMavenItSaysSo() throws Exception {
    Files.delete(shell.bin().resolve("mvn"));
    Shell.Run run = db("help");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("Maven is not found", "sudo apt install maven");
  }

  private Shell.Run db(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "./db";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return shell.run(shell.root(), command);
  }

  private Path module() {
    return shell.root().resolve("workshop/00_some_module");
  }

  private Path target() {
    return module().resolve("target");
  }

  private Path lock() {
    return shell.root().resolve("localdev/build.lock");
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(builds);
  }

  private static void writeLater(Path file) throws IOException {
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, "");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
  }

  private static void age(Path path) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
  }
}
