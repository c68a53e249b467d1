package shareddb.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("no-server")
class WrappedLineTest {

  @Test
  void aLineThatFitsStaysAsItIs() {
    assertThat(WrappedLine.of("  ✓ applies  4 → 5", 18, 4)).containsExactly("  ✓ applies  4 → 5");
    assertThat(WrappedLine.of("two words", 0, 4)).containsExactly("two words");
  }

  @Test
  void aLongOneIsWrappedAtItsWordsAndIndented() {
    assertThat(WrappedLine.of("  ✗ rows  accepted, and it should be refused", 20, 4))
        .containsExactly("  ✗ rows  accepted,", "    and it should be", "    refused");
  }

  @Test
  void aWordThatIsLongerThanTheTerminalKeepsALineOfItsOwn() {
    assertThat(WrappedLine.of("in /a/long/path/to/some/file now", 12, 2))
        .containsExactly("in", "  /a/long/path/to/some/file", "  now");
    assertThat(WrappedLine.of("/a/long/path/to/some/file", 12, 2))
        .containsExactly("/a/long/path/to/some/file");
  }

  @Test
  void marksOfStylesTakeNoColumns() {
    String styled = TerminalStyle.GOOD.of("✓") + " four five";

    assertThat(WrappedLine.of(styled, 11, 2)).containsExactly(styled);
  }
}
