package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.output.Terminal;

@Tag("no-server")
class ProgressLineTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  @Timeout(30)
  void onATerminalItTellsWhatGoesOnAndIsGoneBeforeAnythingElse() {
    Terminal terminal = terminal("2");
    try (ProgressLine progress = new ProgressLine("reset of dev", terminal)) {
      progress.rows("todos", 30_000);
      assertThat(shown()).as("before a second is over").isEmpty();
      while (!shown().contains("s")) {
        Thread.onSpinWait();
      }
      terminal.print("done");
    }
    assertThat(shown())
        .startsWith("\r\u001B[K  todos: 30,000 rows ... 1 s")
        .containsPattern("\r\u001B\\[Kdone\n");
  }

  @Test
  void whatIsStoppedSaysSoOnALineOfItsOwn() {
    Terminal terminal = terminal("2");
    try (ProgressLine progress = new ProgressLine("reset of dev", terminal)) {
      terminal.progress("  reset of dev ... 4 s");
      progress.stopped();
    }
    assertThat(shown()).endsWith("4 s\r\u001B[Kstopped: reset of dev\n");
  }

  @Test
  void whereNobodyLooksItIsSilent() {
    Terminal terminal = terminal("");
    try (ProgressLine progress = new ProgressLine("reset of dev", terminal)) {
      progress.rows("todos", 30_000);
      terminal.progress("  waiting ...");
    }
    assertThat(shown()).isEmpty();
  }

  private Terminal terminal(String streams) {
    PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Terminal(both, both, Terminal.Streams.named(streams), Map.of());
  }

  private String shown() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
