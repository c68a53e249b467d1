package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.cli.output.Style;

@Tag("no-server")
class TableTest {

  @Test
  void cellsStandUnderOneAnotherAndNoLineEndsWithBlanks() {
    Table table =
        new Table().row("a", "bb", "c").row("aaa", "b", "").row("ä", Style.STRONG.of("b"), "c");
    assertThat(table.lines())
        .containsExactly("a    bb  c", "aaa  b", "ä    " + Style.STRONG.of("b") + "   c");
  }
}
