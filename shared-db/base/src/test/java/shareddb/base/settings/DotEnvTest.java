package shareddb.base.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("no-server")
class DotEnvTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "A=b => b",
        "  A = b   => b",
        "export A=b => b",
        "A=b # comment => b",
        "A=b#no-comment => b#no-comment",
        "A=it's => it's",
        "A=x=y => x=y",
        "A=\"b # c\" # comment => b # c",
        "A=\"say \\\"b\\\"\" => say \"b\"",
        "A='b \\ c' => b \\ c",
        "A= # nothing => ``",
        "A= => ``",
      })
  void readsAValue(String line, String value) {
    assertThat(read(line)).containsExactly(Map.entry("A", value));
  }

  @Test
  void skipsCommentsAndEmptyLinesAndTakesTheLastOfTwo() {
    assertThat(read("# A=0\r\n\r\nA=1\r\nB=2\r\nA=3\r\n"))
        .containsOnly(Map.entry("A", "3"), Map.entry("B", "2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "=b", "1A=b", "A=\"b", "A='b", "A=\"b\" c", "A B=c"})
  void reportsALineThatItCannotReadByItsNumberOnly(String line) {
    List<String> problems = new ArrayList<>();

    assertThat(DotEnv.parse("OK=1\n" + line, problems::add)).containsOnlyKeys("OK");

    assertThat(problems).containsExactly(".env, line 2: it does not read NAME=value");
  }

  private static Map<String, String> read(String text) {
    return DotEnv.parse(
        text,
        problem -> {
          throw new AssertionError(problem);
        });
  }
}
