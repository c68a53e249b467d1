package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.cli.output.TerminalStyle;
import shareddb.cli.output.TextTable;

@Tag("no-server")
class TableTest {

  @Test
  void cellsStandUnderOneAnotherAndNoLineEndsWithBlanks() {
    TextTable table =
        new TextTable()
            .row("a", "bb", "c")
            .row("aaa", "b", "")
            .row("ä", TerminalStyle.STRONG.of("b"), "c");
    assertThat(table.lines())
        .containsExactly("a    bb  c", "aaa  b", "ä    " + TerminalStyle.STRONG.of("b") + "   c");
  }
}
