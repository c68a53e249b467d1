package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.cli.command.CommandName;
import shareddb.cli.command.ExitCode;

/** What is typed wrong, and a server that is not there: nothing here needs a database. */
@Tag("no-server")
class UsageTest {

  @TempDir Path root;

  private Tool tool;

  @BeforeEach
  void noServer() throws IOException {
    Login nobody =
        new Login(
            "127.0.0.1", 1, new DatabaseName("none"), "admin", new Secret("a password"), Map.of());
    tool = Tool.in(root, nobody);
    Files.createDirectories(root.resolve("workshop/01_user_auth_todo/migrations"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "--help", "-h"})
  void helpListsEveryCommand(String asked) {
    Tool.Run help = asked.isEmpty() ? tool.run() : tool.run(asked);
    assertThat(help.exit()).isEqualTo(ExitCode.DONE);
    for (Commands command : Commands.values()) {
      assertThat(help.out()).contains("  ./db " + command.typed(), command.summary());
    }
  }

  private static Stream<CommandName> everyCommand() {
    return Stream.of(Commands.values(), TenantCommands.values(), ClassCommands.values())
        .<CommandName>flatMap(Stream::of)
        .filter(command -> command != Commands.TENANTS && command != Commands.CLASS);
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void everyCommandHasHelp(CommandName command) {
    Tool.Run help = run(command, "--help");
    assertThat(help.exit()).isEqualTo(ExitCode.DONE);
    assertThat(help.out()).contains("Usage: ./db " + command.typed(), "--debug", "--help");
  }

  private Tool.Run run(CommandName command, String... arguments) {
    return tool.run(
        Stream.concat(Stream.of(command.typed().split(" ", -1)), Stream.of(arguments))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void everyCommandRefusesWhatItDoesNotKnow(CommandName command) {
    Tool.Run refused = run(command, "00", "--sideways", "more");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err())
        .containsPattern(
            "has no option --sideways|takes no \"(00|more)\"|wants --(domain|target|from|to) [A-Z]+"
                + "|expected one of \\[bash, zsh]")
        .contains("next:  ./db " + command.typed() + " --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "--help", "-h"})
  void aGroupHasAPageOfItsOwn(String asked) {
    Tool.Run help = asked.isEmpty() ? tool.run("tenants") : tool.run("tenants", asked);
    assertThat(help.exit()).isEqualTo(ExitCode.DONE);
    for (TenantCommands command : TenantCommands.values()) {
      assertThat(help.out()).contains("  ./db " + command.typed(), command.summary());
    }
  }

  @Test
  void aMistypedCommandOfAGroupSuggestsTheNearest() {
    Tool.Run refused = tool.run("tenants", "lits");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err())
        .contains("./db tenants has no command \"lits\"", "next:  ./db tenants list");
  }

  @Test
  void aMistypedCommandSuggestsTheNearest() {
    Tool.Run refused = tool.run("upgrdae", "00");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("no command \"upgrdae\"", "next:  ./db upgrade");
    assertThat(tool.run("xyzzyplugh").err()).contains("next:  ./db");
  }

  @Test
  void aMistypedModuleSuggestsTheNearest() {
    Tool.Run refused = tool.run("current", "00_presonal_todo");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("no track", "did you mean  00_personal_todo");
  }

  @Test
  void aBeginningOfTwoModulesNamesBoth() {
    Tool.Run refused = tool.run("current", "0");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("00_personal_todo, 01_user_auth_todo");
  }

  @Test
  void aMissingTrackIsAskedFor() {
    Tool.Run refused = tool.run("upgrade");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("./db upgrade wants TRACK\nnext:  ./db upgrade --help");
  }

  @Test
  void aMistypedOptionSuggestsTheNearestAndWhatIsTooMuchIsNamed() {
    assertThat(tool.run("upgrade", "00", "--targt", "2").err())
        .contains("./db upgrade has no option --targt\nnext:  did you mean  --target  ?");
    assertThat(tool.run("current", "00", "01").err()).contains("./db current takes no \"01\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "pg_x", "information_schema", "nul\0"})
  void schemasThatNobodyMayWorkOn(String name) {
    Tool.Run refused = tool.run("upgrade", "00", "--schema", name);
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("is refused: ");
  }

  @Test
  void schemasTooLongOrEmpty() {
    assertThat(tool.run("upgrade", "00", "--schema", "x".repeat(64)).err())
        .contains("it is 64 bytes long");
    assertThat(tool.run("upgrade", "00", "--schema", "").err()).contains("it is empty");
    assertThat(tool.run("upgrade", "00", "--schema", "public").err())
        .contains("next:  type the same command with another name behind --schema");
  }

  @ParameterizedTest
  @ValueSource(strings = {"four", "-1", "1..2"})
  void versionsThatAreNone(String version) {
    Tool.Run refused = tool.run("upgrade", "00", "--target=" + version);
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("--target", "is not a version");
  }

  @Test
  void downgradeTakesOneMeasureOnly() {
    assertThat(tool.run("downgrade", "00", "--steps", "1", "--target", "1").exit())
        .isEqualTo(ExitCode.USAGE);
    assertThat(tool.run("downgrade", "00", "--steps", "0").err()).contains("1 or more, not 0");
  }

  @Test
  void whatTheLocaleLostIsRefused() {
    Tool.Run refused = tool.run("upgrade", "00", "--schema", "\uFFFD\uFFFDrger");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("LC_ALL=C.UTF-8");
  }

  @Test
  void withoutAServerItSaysHowToStartOne() {
    Tool.Run failed = tool.with("WORKSHOP_DB", "embedded").run("current", "00");
    assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.err()).contains("127.0.0.1:1 does not answer", "next:  ./db start");
    assertThat(failed.all()).doesNotContain("a password").doesNotContain("\tat ");
  }

  @Test
  void aServerOfOnesOwnIsNotOursToStart() {
    assertThat(tool.run("current", "00").err()).contains("next:  start that server");
  }

  @Test
  void everyWrongSettingIsSaidAtOnce() {
    Tool.Run failed =
        tool.with("POSTGRES_PORT", "many").with("WORKSHOP_DB", "cloud").run("current", "00");
    assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.err()).contains("POSTGRES_PORT", "WORKSHOP_DB", ".env");
  }

  @Test
  void misnamedFilesAreNamedBeforeAnythingIsTouched() throws IOException {
    Files.writeString(tool.migration("V5_one_underscore.sql"), "SELECT 1;\n");
    Tool.Run failed = tool.run("upgrade", "00");
    assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.err()).contains("V5_one_underscore.sql is misnamed");
  }

  @Test
  void coloursAndTicksAreForTerminalsThatShowThem() {
    assertThat(tool.run().out()).doesNotContain("\u001B");
    assertThat(tool.interactive().run().out()).contains("\u001B[1m");
    assertThat(tool.interactive().with("NO_COLOR", "1").run().out()).doesNotContain("\u001B");
    assertThat(tool.interactive().with("TERM", "dumb").run().out()).doesNotContain("\u001B");
    assertThat(tool.run("verify", "00").out()).contains("  ✗ server");
    assertThat(tool.with("LC_ALL", "C").run("verify", "00").out()).contains("  -- server");
  }
}
