package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

class SnapshotCommandsTest extends SchemaCase {

  private static final int MANY = 100_000;

  @Test
  void whatResetPrintsBringsAHundredThousandRowsBack() throws SQLException {
    tool.run("upgrade", "00");
    insert(MANY);
    String before = checksum();
    Tool.Run reset = tool.run("reset", "00", "--yes");
    assertThat(reset.exit()).isEqualTo(ExitCode.DONE);
    assertThat(reset.out()).contains("kept what was there: 100,000 rows of 1 table at 4");
    assertThat(checksum()).isNotEqualTo(before);

    Tool.Run restored = typed(reset);
    assertThat(restored.exit()).isEqualTo(ExitCode.DONE);
    assertThat(restored.out()).contains("100,000 rows of 1 table, at 4");
    assertThat(checksum()).isEqualTo(before);
    assertThat(tool.run("verify", "00", "--schema", schema).exit()).isEqualTo(ExitCode.DONE);
    insert(1);
    assertThat(query("SELECT max(id) FROM todos")).isEqualTo(String.valueOf(MANY + 1));
  }

  @Test
  void theRowsOfAnotherServerHaveToBeAskedFor() throws IOException, SQLException {
    tool.run("upgrade", "00");
    insert(3);
    tool.run("snapshot", "00", "--name", "mine");
    Path manifest;
    try (Stream<Path> files = Files.walk(root.resolve("localdev"))) {
      manifest =
          files.filter(f -> f.endsWith("mine/manifest.properties")).findFirst().orElseThrow();
    }
    String own = Files.readString(manifest);
    Files.writeString(manifest, own.replaceAll("(?m)^server=.*", "") + "\nserver=4711\n");

    Tool.Run refused = tool.run("restore", "00", "mine");
    assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err())
        .contains("was taken on another server", "4711", "nothing was changed")
        .contains(
            "./db restore 00_personal_todo --schema " + schema + " mine --from-another-server");
    assertThat(tool.run("restore", "00", "mine", "--from-another-server").exit())
        .isEqualTo(ExitCode.DONE);

    Files.writeString(manifest, own.replaceAll("(?m)^server=.*", ""));
    Tool.Run older = tool.run("restore", "00", "mine");
    assertThat(older.exit()).isEqualTo(ExitCode.DONE);
    assertThat(older.err()).contains("does not say which server it is from");
  }

  @Test
  void theStateOfALessonAndBackToWhatWasThere() throws SQLException {
    tool.run("upgrade", "00");
    insert(10);
    String before = checksum();
    Tool.Run reset = tool.run("reset", "00", "--to", "2", "-y");
    assertThat(reset.out()).contains("0 → 2");
    assertThat(tool.run("current", "00").out()).contains("is at 2 of 4");
    typed(reset);
    assertThat(tool.run("current", "00").out()).contains("is at 4, the newest");
    assertThat(checksum()).isEqualTo(before);
    assertThat(tool.run("reset", "00", "--to", "9", "-y").exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void anOlderSnapshotIsUpgradedUnlessItShallStay() throws SQLException {
    tool.run("upgrade", "00", "--target", "2");
    insert(3);
    assertThat(tool.run("snapshot", "00", "--name", "lesson").exit()).isEqualTo(ExitCode.DONE);
    tool.run("upgrade", "00");
    assertThat(tool.run("restore", "00", "les").out()).contains("3 rows", "at 2\n", "2 → 4");
    assertThat(tool.run("restore", "00", "lesson", "--at-its-version").exit())
        .isEqualTo(ExitCode.DONE);
    assertThat(tool.run("current", "00").out()).contains("is at 2 of 4");
    assertThat(tool.run("restore", "00", "lesson", "--to", "1").out()).contains("2 → 1");
    assertThat(query("SELECT count(*) FROM todos")).isEqualTo("3");
  }

  @Test
  void snapshotsAreListedTheNewestFirst() throws SQLException {
    assertThat(tool.run("snapshots", "00").all()).contains("there are no snapshots");
    tool.run("upgrade", "00");
    insert(2);
    tool.run("snapshot", "00", "--name", "mine");
    tool.run("reset", "00", "-y");
    assertThat(tool.run("snapshots").out().lines())
        .satisfiesExactly(
            header -> assertThat(header).startsWith("TRACK"),
            row -> assertThat(row).contains("auto-", "before a reset"),
            row -> assertThat(row).contains(" mine ", "asked for").contains("  2  "));
    assertThat(tool.run("snapshots", "--schema", "another").all()).contains("there are no");
  }

  @Test
  void asJson() throws SQLException {
    tool.run("upgrade", "00");
    insert(2);
    assertThat(tool.run("snapshot", "00", "--name", "mine", "--json").out())
        .startsWith("{\"track\":\"00_personal_todo\",\"schema\":\"" + schema + "\"")
        .contains("\"name\":\"mine\",\"version\":\"4\",\"rows\":2,\"tables\":1");
    assertThat(tool.run("reset", "00", "--yes", "--to", "3", "--json").out())
        .contains("\"to\":\"3\"", "\"dropped\":true", "\"snapshot\":\"auto-")
        .contains("\"restore\":\"./db restore 00_personal_todo --schema " + schema + " auto-");
    assertThat(tool.run("snapshots", "--json").out())
        .contains("{\"snapshots\":[{", "\"reason\":\"reset\"", "\"reason\":\"asked\"");
    assertThat(tool.run("restore", "00", "mine", "--json").out())
        .contains("\"snapshot\":\"mine\",\"rows\":2,\"left_out\":[],\"kept\":\"auto-");
    assertThat(tool.run("restore", "00", "none", "--json").out()).contains("{\"error\":{");
  }

  @Test
  void namesThatAreNoneOrThereAlready() {
    tool.run("upgrade", "00");
    for (String name : new String[] {"", "..", "a/b", ".hidden", "auto-mine", "x".repeat(64)}) {
      assertThat(tool.run("snapshot", "00", "--name", name).exit()).isEqualTo(ExitCode.USAGE);
    }
    assertThat(tool.run("snapshot", "00", "--name", "a/b").err())
        .contains("next:  ./db snapshot 00_personal_todo --schema " + schema + " --name before-l");
    assertThat(tool.run("restore", "00").err()).contains("there is no snapshot of schema");
    tool.run("snapshot", "00", "--name", "lesson-1");
    Tool.Run again = tool.run("snapshot", "00", "--name", "lesson-1");
    assertThat(again.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("localdev/snapshots/00_personal_todo/", "lesson-1");
    assertThat(tool.run("restore", "00", "leson-1").err())
        .contains("did you mean", "restore 00_personal_todo --schema " + schema + " lesson-1");
    assertThat(tool.run("snapshot", "00", "--schema", "not there").err())
        .contains("nothing to keep");
  }

  @Test
  void whatIsInTheWayIsNamed() throws SQLException, IOException {
    tool.run("upgrade", "00");
    insert(1);
    query("ALTER TABLE todos ADD COLUMN mine int DEFAULT 7; SELECT 1");
    Tool.Run reset = tool.run("reset", "00", "-y");
    Tool.Run refused = typed(reset);
    assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("column todos.mine", "nothing was changed", "--partly");
    assertThat(tool.run("restore", "00", "--partly").out()).contains("left out", "todos.mine");
    assertThat(query("SELECT count(*) FROM todos")).isEqualTo("1");

    Files.writeString(tool.migration("V5__broken.sql"), "SELECT 1 / 0;\n");
    Tool.Run broken = tool.run("reset", "00", "-y");
    assertThat(broken.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(broken.err()).contains("V5__broken.sql failed", "is as before", "division by zero");
    assertThat(query("SELECT count(*) FROM todos")).isEqualTo("1");
  }

  @Test
  void allModulesAtOnce() throws IOException {
    Path other = root.resolve("workshop/01_other/migrations");
    Files.createDirectories(other);
    Files.writeString(other.resolve("V1__one.sql"), "CREATE TABLE one ();\n");
    assertThat(tool.run("reset", "--all", "00").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(tool.run("reset").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(tool.run("reset", "--all").err()).contains("./db reset --all --yes");
    assertThat(tool.interactive().runTyping("n\n", "reset", "--all").err())
        .contains("\"00_personal_todo\"", "\"01_other\"", "nothing was changed");
    assertThat(tool.run("reset", "--all", "--yes").out())
        .contains("\"00_personal_todo\": 0 → 4", "\"01_other\": 0 → 1");
  }

  @Test
  void whatIsLeftOutOfAllIsNamed() throws IOException {
    for (String part : new String[] {"shared", "tenant"}) {
      Path migrations = root.resolve("workshop/03_parts/migrations").resolve(part);
      Files.createDirectories(migrations);
      Files.writeString(migrations.resolve("V1__one.sql"), "SELECT 1;\n");
    }
    Tool.Run reset = tool.run("reset", "--all", "--yes");
    assertThat(reset.exit()).isEqualTo(ExitCode.DONE);
    assertThat(reset.err())
        .contains("note: 03_parts/shared is left out", "./db reset 03_parts/tenant");
  }

  /** The command that a reset printed, as it is copied from there. */
  private Tool.Run typed(Tool.Run reset) {
    String line =
        reset
            .out()
            .lines()
            .filter(printed -> printed.startsWith("to get back:  ./db "))
            .findFirst()
            .orElseThrow();
    String[] words = line.substring("to get back:  ./db ".length()).split(" ");
    return tool.run(Arrays.stream(words).toArray(String[]::new));
  }

  private void insert(int count) throws SQLException {
    query(
        "INSERT INTO todos (title, description) SELECT 'todo ' || n, repeat('x', n % 50)"
            + " FROM generate_series(1, "
            + count
            + ") AS n RETURNING 1");
  }

  private String checksum() throws SQLException {
    return query("SELECT count(*) || ' ' || sum(hashtextextended(t::text, 0)) FROM todos AS t");
  }
}
