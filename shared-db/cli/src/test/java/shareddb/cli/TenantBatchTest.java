package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shareddb.base.names.Sha256;
import shareddb.cli.command.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Many tenants from a file. */
class TenantBatchTest extends TenantsCase {

  @BeforeEach
  void registry() {
    assertThat(tool.run("upgrade", "07/shared").exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aBatchReportsByLineAndGoesOnWhereItStopped() throws IOException, SQLException {
    Path keys = root.resolve("keys.csv");
    Path csv =
        file(
            "\uFEFF"
                + """
                name,domain,type
                one, one.test ,trial
                Two,two.test,standard
                three,one.test,
                "four",four.test,
                five,five.test
                """);
    Tool.Run first = tool.run("tenants", "add-batch", csv.toString(), "--keys", keys.toString());
    assertThat(first.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(first.out().lines())
        .satisfiesExactly(
            two -> assertThat(two).startsWith("line 3, Two: refused: tenant name \"Two\""),
            three ->
                assertThat(three)
                    .isEqualTo("line 4, three: refused: domain one.test is that of tenant one"),
            five ->
                assertThat(five)
                    .isEqualTo("line 6, five: refused: it has 2 fields, and the header 3"),
            sum -> assertThat(sum).startsWith("5 lines: 2 added, 3 refused, in "),
            kept -> assertThat(kept).contains("keys.csv"));
    assertThat(Files.readString(keys)).matches("name,key\none,wsk_\\S{43}\nfour,wsk_\\S{43}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rw-------");

    Files.writeString(csv, Files.readString(csv).replace("Two", "two").replace(",,", ",three,"));
    Tool.Run second = tool.run("tenants", "add-batch", csv.toString(), "--keys", keys.toString());
    assertThat(second.out())
        .contains("5 lines: 1 added, 2 there already, 2 refused", "keys are at the end of " + keys);
    Tool.Run third = tool.run("tenants", "add-batch", csv.toString(), "--keys", keys.toString());
    assertThat(third.out()).contains("3 there already").doesNotContain("keys are");
    assertThat(Files.readAllLines(keys)).hasSize(4);
    assertThat(rows("SELECT count(*) FROM \"07_test_tenants\".tenant_registry"))
        .containsExactly("3");
  }

  @Test
  void severalTenantsGetNewKeysIntoAFileOrNoneOfThemDoes() throws IOException, SQLException {
    tool.runTyping("name,domain\none,one.test\ntwo,two.test\n", "tenants", "add-batch", "-");
    String hashes = "SELECT api_key_hash FROM \"07_test_tenants\".tenant_registry ORDER BY id";
    List<String> before = rows(hashes);
    Tool.Run mistyped = tool.run("tenants", "rotate-key", "one", "twoo");
    assertThat(mistyped.err()).contains("there is no tenant twoo", "did you mean  two");
    assertThat(rows(hashes)).isEqualTo(before);

    Path keys = root.resolve("keys.csv");
    Tool.Run changed = tool.run("tenants", "rotate-key", "one", "two", "--keys", keys.toString());
    assertThat(changed.exit()).isEqualTo(ExitCode.DONE);
    assertThat(changed.out()).contains("the new keys are at the end of").doesNotContain("wsk_");
    List<String> lines = Files.readAllLines(keys);
    assertThat(lines).hasSize(3).element(1).asString().startsWith("one,wsk_");
    assertThat(rows(hashes))
        .isEqualTo(
            lines.stream().skip(1).map(l -> Sha256.of(l.substring(l.indexOf(',') + 1))).toList());
  }

  @Test
  void aFewKeysAreShownAndManyWantAFile() throws IOException, SQLException {
    assertThat(tool.runTyping("name,domain\nsix,six.test\n", "tenants", "add-batch", "-").out())
        .containsPattern("six  wsk_\\S{43}\n1 line: 1 added, in ");
    JsonNode line =
        json(
            tool.runTyping("name,domain\nsix,six.test\n", "tenants", "add-batch", "-", "--json")
                .out()
                .lines()
                .findFirst()
                .orElseThrow());
    assertThat(line.get("outcome").asString()).isEqualTo("already_there");
    Path many =
        file(
            IntStream.range(0, 21)
                .mapToObj(i -> "t" + i + ",t" + i + ".test\n")
                .collect(Collectors.joining("", "name,domain\n", "")));
    Tool.Run refused = tool.run("tenants", "add-batch", many.toString());
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("nothing was changed", "--keys keys.csv");
    assertThat(rows("SELECT count(*) FROM \"07_test_tenants\".tenant_registry"))
        .containsExactly("1");
  }

  @Test
  void whatIsNoBatchIsRefused() throws IOException {
    assertThat(tool.run("tenants", "add-batch", file("nom,domain\n").toString()).err())
        .contains("there is no column \"nom\"", "next:  let it be  name,domain,type");
    assertThat(tool.run("tenants", "add-batch", file("").toString()).err())
        .contains("there is no column name");
    Tool.Run broken =
        tool.run("tenants", "add-batch", file("name,domain\nok,ok.test\n\"a,b\n").toString());
    assertThat(broken.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(broken.err()).contains("behind line 2 ", "1 line: 1 added");
    Path open = file("name,key\n");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(tool.run("tenants", "add-batch", "-", "--keys", open.toString()).err())
        .contains("can be read or written by others", "chmod 600");
    assertThat(tool.run("tenants", "add-batch", "nowhere.csv").err())
        .contains("there is no file nowhere.csv");
    assertThat(tool.run("tenants", "add-batch", root.toString()).err()).contains("is a folder");
  }

  @Test
  void whatIsNotUtf8IsSaidAndWhatWasDoneBeforeIt() throws IOException {
    Path csv = file("name,domain\nseven,seven.test\n" + "Bad,bad.test\n".repeat(3_000));
    Files.write(csv, new byte[] {'m', (byte) 0xFC, '\n'}, StandardOpenOption.APPEND);
    Tool.Run late = tool.run("tenants", "add-batch", csv.toString(), "--keys", root + "/seven.csv");
    assertThat(late.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(late.err()).contains(csv + " is not UTF-8", "1 added", "next:  save it as UTF-8");

    Files.write(csv, new byte[] {(byte) 0xFF, (byte) 0xFE});
    assertThat(tool.run("tenants", "add-batch", csv.toString()).err())
        .contains(csv + " is not UTF-8", "of the lines before that: 0 lines");
  }

  @Test
  void whatALineSaysDoesNotSteerTheTerminal() throws IOException {
    Path csv = file("name,domain\n\"e\u001B[31m\u202E\",e.test\n" + "x".repeat(100) + ",x.test\n");
    assertThat(tool.run("tenants", "add-batch", csv.toString()).out())
        .contains("line 2, e\\u001b[31m\\u202e: refused: tenant name \"e\\u001b[31m\\u202e\"")
        .contains("line 3, " + "x".repeat(80) + "…: ")
        .doesNotContain("\u001B", "x".repeat(81));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(root, "batch", ".csv"), content);
  }

  private static JsonNode json(String text) {
    return new ObjectMapper().readTree(text);
  }
}
