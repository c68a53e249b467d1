package shareddb.schema.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("no-server")
final class NextVersionTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  @ParameterizedTest
  @CsvSource({
    "4, 5",
    "9, 10",
    "009, 010",
    "099, 100",
    "1.2, 1.3",
    "1_9, 1_10",
    "20250101120000, 20260304050607",
    "202501011200, 202603040506",
    "20260304050607, 20260304050608",
    "20990101000000, 20990101000001",
  })
  void itIsWrittenAsTheOneBefore(String newest, String next) {
    assertThat(NextVersion.after(newest, NOW)).isEqualTo(next);
  }

  @Test
  void aTrackBeginsWithOne() {
    assertThat(NextVersion.after(List.of(), NOW)).isEqualTo("1");
  }
}
