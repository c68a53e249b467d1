package shareddb.tenants.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.migrate.script.ScriptBatch;

@Tag("no-server")
final class AdaptiveBatchSizeTest {

  private static final Duration NO_TIME = Duration.ofMillis(3);

  private final AdaptiveBatchSize batchSize = new AdaptiveBatchSize();
  private final ScriptBatch whole = ScriptBatch.applying(List.of()).orElseThrow();

  @Test
  void growsWhileItTakesNoTime() {
    assertThat(batchSize.length()).isEqualTo(1);
    for (int next : List.of(2, 4, 8, 16, 16)) {
      wentWell(batchSize.length(), NO_TIME);
      assertThat(batchSize.length()).isEqualTo(next);
    }
  }

  @Test
  void aShorterOneInBetweenTellsNothingAboutTheLength() {
    wentWell(8, NO_TIME);
    wentWell(1, NO_TIME);
    assertThat(batchSize.length()).isEqualTo(16);
  }

  @Test
  void isHalvedWhenItTakesLongAndStaysAsItIsInBetween() {
    wentWell(4, NO_TIME);
    wentWell(8, Duration.ofMillis(100));
    assertThat(batchSize.length()).isEqualTo(8);
    wentWell(8, Duration.ofSeconds(1));
    assertThat(batchSize.length()).isEqualTo(4);
    wentWell(1, Duration.ofSeconds(1));
    assertThat(batchSize.length()).isEqualTo(1);
  }

  @Test
  void beginsAgainWhereOneFails() {
    wentWell(4, NO_TIME);
    batchSize.failed();
    assertThat(batchSize.length()).isEqualTo(1);
  }

  @Test
  void whatWentWellSomewhereIsProven() {
    assertThat(batchSize.isProven(whole)).isFalse();
    wentWell(1, NO_TIME);
    assertThat(batchSize.isProven(whole)).isTrue();
    assertThat(batchSize.isProven(ScriptBatch.applying(List.of()).orElseThrow())).isFalse();
  }

  private void wentWell(int size, Duration took) {
    batchSize.wentWell(whole, size, took);
  }
}
