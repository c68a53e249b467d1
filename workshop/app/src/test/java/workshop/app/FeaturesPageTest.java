package workshop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import shareddb.testing.TestDatabase;

/** The page that says which file teaches which feature: each file is there and has the word. */
class FeaturesPageTest {

  private static final Path WORKSHOP = TestDatabase.checkout().resolve("workshop");

  private static final Pattern ROW =
      Pattern.compile("\\| \\[`[^`]+`]\\(([^)]+)\\) \\| `([^`]+)` \\|");

  @Test
  void eachFileHasTheWordThatTheRowNames() throws IOException {
    String page = Files.readString(WORKSHOP.resolve("FEATURES.md"));
    List<MatchResult> rows = ROW.matcher(page).results().toList();

    assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(Files.readString(WORKSHOP.resolve(row.group(1))))
                    .as(row.group(1))
                    .contains(row.group(2)));
  }
}
