package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void cellsStandUnderOneAnotherAndNoLineEndsWithBlanks() {
    Table table =
        new Table().row("a", "bb", "c").row("aaa", "b", "").row("ä", "\u001B[1mb\u001B[0m", "c");
    assertThat(table.lines())
        .containsExactly("a    bb  c", "aaa  b", "ä    \u001B[1mb\u001B[0m   c");
  }
}
