package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;

/** The scripts, in the shells they are for. */
@Tag("no-server")
class CompletionCommandTest {

  @TempDir Path root;

  @BeforeEach
  void aCheckout() throws IOException {
    Files.writeString(root.resolve("db"), "");
    assertThat(root.resolve("db").toFile().setExecutable(true)).isTrue();
    for (String folder :
        List.of(
            "00_todo/migrations",
            "03_shop/migrations/shared",
            "03_shop/migrations/tenant",
            "app")) {
      Files.createDirectories(root.resolve("workshop").resolve(folder));
    }
    Files.createDirectories(root.resolve("elsewhere"));
  }

  @Test
  void bashCompletesEveryCommand() throws Exception {
    assertThat(bash("./db", ""))
        .containsExactlyElementsOf(Arrays.stream(Commands.values()).map(Commands::typed).toList());
    assertThat(bash("./db", "up")).containsExactly("upgrade");
    assertThat(bash("./db", "upgrade", "--xyz")).isEmpty();
  }

  @Test
  void bashCompletesTheTracksThatAreThereNow() throws Exception {
    assertThat(bash("./db", "upgrade", ""))
        .containsExactly("00_todo", "03_shop", "03_shop/shared", "03_shop/tenant");
    Files.createDirectories(root.resolve("workshop/01_new/migrations"));
    assertThat(bash("./db", "verify", "01")).containsExactly("01_new");
    assertThat(bash("./db", "upgrade", "--schema", "dev", "--json", "03_shop/t"))
        .containsExactly("03_shop/tenant");
    Files.createSymbolicLink(root.resolve("elsewhere/tool"), root.resolve("db"));
    assertThat(bash("elsewhere/tool", "lint", "00")).containsExactly("00_todo");
  }

  @Test
  void bashCompletesWhatIsBehindAGroup() throws Exception {
    assertThat(bash("./db", "tenants", ""))
        .containsExactlyElementsOf(
            Arrays.stream(TenantCommands.values()).map(TenantCommands::word).toList());
    assertThat(bash("./db", "tenants", "sh")).containsExactly("show");
    assertThat(bash("./db", "tenants", "list", "--st")).containsExactly("--status");
    assertThat(bash("./db", "tenants", "list", "--status", "")).isEmpty();
    assertThat(bash("./db", "tenants", "nothing", "-")).isEmpty();
  }

  @Test
  void bashCompletesOptionsAndLeavesTheirValuesAlone() throws Exception {
    assertThat(bash("./db", "downgrade", "00", "--st")).containsExactly("--steps");
    assertThat(bash("./db", "lint", "-")).contains("--json", "-h").doesNotContain("--schema");
    assertThat(bash("./db", "upgrade", "--schema", "")).isEmpty();
    assertThat(bash("./db", "upgrade", "00_todo", "")).isEmpty();
    assertThat(bash("./db", "completion", "")).containsExactly("bash", "zsh");
    assertThat(bash("./db", "new", "")).isEmpty();
    assertThat(bash("./db", "nothing", "")).isEmpty();
  }

  @Test
  void bashKnowsTheToolByItsName() throws Exception {
    assertThat(run("bash", "-c", "source <(cat \"$0\"); complete -p db", script("bash")))
        .containsExactly("complete -F _workshop_db db");
  }

  @Test
  void zshDescribesWhatItCompletes() throws Exception {
    assumeTrue(isThere("zsh"), "there is no zsh here");
    assertThat(zsh("./db", "")).contains("upgrade:apply the migrations that are pending");
    assertThat(zsh("./db", "tenants", "")).contains("list:all there are, and how they stand");
    assertThat(zsh("./db", "tenants", "list", "")).anyMatch(line -> line.contains("--status="));
    assertThat(zsh("./db", "upgrade", ""))
        .contains(
            "(-s --schema)--schema=[work on this schema (else WORKSHOP_SCHEMA, else the one named"
                + " after the module)]:NAME: ")
        .contains("1:track:_workshop_db_tracks");
    assertThat(
            run(
                "zsh",
                "-f",
                "-c",
                stubs() + "_workshop_db_typed=./db; _workshop_db_tracks",
                script("zsh")))
        .containsExactly("00_todo", "03_shop", "03_shop/shared", "03_shop/tenant");
  }

  private List<String> bash(String... words) throws Exception {
    return run(
        "bash",
        "-c",
        "source \"$0\"; COMP_WORDS=("
            + quoted(words)
            + "); COMP_CWORD="
            + (words.length - 1)
            + "; _workshop_db; [ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\\n' \"${COMPREPLY[@]}\"",
        script("bash"));
  }

  private List<String> zsh(String... words) throws Exception {
    return run(
        "zsh",
        "-f",
        "-c",
        stubs() + "words=(" + quoted(words) + "); CURRENT=" + words.length + "; _workshop_db",
        script("zsh"));
  }

  /** What the completion system has, in place of it: each prints what it is to offer. */
  private static String stubs() {
    return "compdef() { :; }; _arguments() { print -l -- \"$@\"; };"
        + " _describe() { print -l -- ${(P)2}; }; compadd() { print -l -- ${(P)2}; }; source $0;";
  }

  private String script(String shell) throws IOException {
    Tool.Run run =
        new Tool(root, Map.of("LANG", "C.UTF-8"), Terminal.Streams.named(""))
            .run("completion", shell);
    assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    Path script = root.resolve("completion." + shell);
    Files.writeString(script, run.out());
    return script.toString();
  }

  private List<String> run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out.lines().toList();
  }

  private static String quoted(String... words) {
    return Arrays.stream(words).map(word -> "'" + word + "'").collect(Collectors.joining(" "));
  }

  private static boolean isThere(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
