package shareddb.learn.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("no-server")
final class OutputComparisonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "✓ 1  initial       133 ms # ✓ 1  initial  7 ms",
        "JDK 25: /usr/lib/jvm/temurin-25 # JDK 21: /opt/jdk",
        "1  initial  2026-11-21 02:31:58  root  133 ms  applied # 1 initial 2026-12-01 12:00:00 ada"
            + "  8 ms   applied",
        "{\"at\":\"2026-11-30T12:43:36.874589Z\"} # {\"at\":\"2027-01-01T00:00:00.1Z\"}",
        "key:  wsk_4fyURCGjSbLKBIuJiKTZw0nO6yLd8rzg0vvPQ3Wd__o # key: "
            + " wsk_YtnWXIGmRQ1vJCZk0lURF_XMhAJYbF_CyTKu1ZUlgpg",
        "$argon2id$v=19$m=19456,t=2,p=1$spTXyCI9VIBIX9pW$RjUYuMFVj #"
            + " $argon2id$v=19$m=19456,t=2,p=1$ulaMh+T2X$EQZBQ/Gpq",
        "in auto-20261121-025337-352-reset # in auto-20261130-135337-1-reset",
        "7 rows of 7 tables, 648 B, in 122 ms # 7 rows of 7 tables, 1,648 B, in 1.5 s",
        "Date: Mon, 30 Nov 2026 12:05:10 GMT # Date: Tue, 01 Dec 2026 00:00:00 GMT",
        "---+----- # ----+------",
        "1 tenant → 5, in 598 ms (run 8) # 1 tenant → 5, in 1 s (run 12)",
        "last run 2, upgrade to 4, 2026-11-21 15:37:24: done # last run 3, upgrade to 4, 2026-11-30"
            + " 18:27:06: done",
        "update … returning id, … # update x set y returning id, z",
      })
  void whatDiffersFromRunToRunIsEqual(String shown, String got) {
    assertThat(OutputComparison.compare(List.of(shown), List.of(got))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Ready: http://localhost:8095/ # Ready: http://localhost:8080/",
        "{\"id\":101} # {\"id\":1}",
        "is at 4: nothing is pending # is at 3: nothing is pending",
        "update … returning title # update x returning id",
        "id | replaced_at # id | changed_at",
      })
  void everythingElseCounts(String shown, String got) {
    assertThat(OutputComparison.compare(List.of(shown), List.of(got)))
        .contains(new LineDifference(0, shown, got));
  }

  @Test
  void anEllipsisInALineOfItsOwnStandsForAnyLines() {
    assertThat(OutputComparison.compare(List.of("a", "…", "d"), List.of("a", "b", "c", "d")))
        .isEmpty();
    assertThat(OutputComparison.compare(List.of("a", "…"), List.of("a"))).isEmpty();
    assertThat(OutputComparison.compare(List.of("…", "b", "c"), List.of("b", "x", "b", "c")))
        .isEmpty();
    assertThat(OutputComparison.compare(List.of("a", "…", "e"), List.of("a", "b", "c")))
        .contains(new LineDifference(2, "e", "b"));
  }

  @Test
  void aMissingAndAnAdditionalLineAreFound() {
    assertThat(OutputComparison.compare(List.of("a", "b"), List.of("a")))
        .contains(new LineDifference(1, "b", null));
    assertThat(OutputComparison.compare(List.of("a"), List.of("a", "b")))
        .contains(new LineDifference(1, null, "b"));
  }

  @Test
  void progressIsLeftOut() {
    assertThat(
            OutputComparison.compare(
                List.of("building workshop/02 ...", "a"),
                List.of("training the db tool, once after a build ...", "a", "")))
        .isEmpty();
  }
}
