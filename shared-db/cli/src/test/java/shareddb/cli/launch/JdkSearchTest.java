package shareddb.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("no-server")
class JdkSearchTest {

  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void shell() throws IOException {
    shell = Shell.in(folder);
  }

  @Test
  void javaHomeComesFirst() throws Exception {
    Path chosen = Shell.jdk(folder.resolve("chosen one"), "21.0.2");
    Path other = Shell.jdk(folder.resolve("other"), "25");
    assertThat(find(shell.with("JAVA_HOME", chosen.toString()), other).out())
        .isEqualTo("JAVA_HOME 21 " + chosen + "\n");
  }

  @Test
  void thenPathThroughAllItsLinks() throws Exception {
    Path old = Shell.jdk(folder.resolve("old"), "17.0.15");
    Path real = Shell.jdk(folder.resolve("jvm/jdk-25"), "25.0.1");
    Files.createSymbolicLink(folder.resolve("jvm/javac"), Path.of("jdk-25/bin/javac"));
    Files.createSymbolicLink(shell.bin().resolve("javac"), folder.resolve("jvm/javac"));
    Shell.Run run = find(shell.with("JAVA_HOME", old.toString()));
    assertThat(run.out()).startsWith("PATH 25 ");
    assertThat(Path.of(run.out().strip().split(" ", 3)[2]).toRealPath())
        .isEqualTo(real.toRealPath());
  }

  @Test
  void thenTheNewestLongTermReleaseThatIsFound() throws Exception {
    List<Path> found = new ArrayList<>();
    for (String version : List.of("22.0.1", "21.0.9", "25.0.1", "26-ea", "1.8.0_392", "17.0.1")) {
      found.add(Shell.jdk(folder.resolve("jdk " + version), version));
    }
    Files.delete(Shell.jdk(folder.resolve("jre"), "29").resolve("bin/javac"));
    found.add(folder.resolve("jre"));
    found.add(folder.resolve("not there"));
    assertThat(find(shell, found.toArray(Path[]::new)).out())
        .isEqualTo("search 25 " + folder.resolve("jdk 25.0.1") + "\n");
  }

  @Test
  void orElseTheNewest() throws Exception {
    Path older = Shell.jdk(folder.resolve("a"), "22");
    Path newer = Shell.jdk(folder.resolve("b"), "24");
    assertThat(find(shell, newer, older).out()).isEqualTo("search 24 " + newer + "\n");
  }

  @Test
  void withoutOneItSaysWhatItSawAndWhatToDo() throws Exception {
    Path old = Shell.jdk(folder.resolve("old"), "17.0.15");
    Shell.Run run = find(shell.with("JAVA_HOME", old.toString()), old);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("No JDK 21 or newer", "JAVA_HOME: " + old + " (JDK 17)", "export JAVA_HOME=");
  }

  private static Shell.Run find(Shell shell, Path... homes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    String script =
        """
        . "$1/shared-db/launch/jdk.sh"
        shift
        find_jdk_in "$@" || exit
        echo "$JDK_FROM $JDK_VERSION $JDK_HOME"
        """;
    command.addAll(List.of("sh", "-c", script, "sh", shell.root().toString()));
    // Without any folder the usual ones of this machine would be searched.
    command.add(shell.root().resolve("nothing").toString());
    for (Path home : homes) {
      command.add(home.toString());
    }
    return shell.run(shell.root(), command.toArray(String[]::new));
  }
}
