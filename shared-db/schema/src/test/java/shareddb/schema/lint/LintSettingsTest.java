package shareddb.schema.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shareddb.base.track.Track;
import shareddb.testing.TrackFolder;

/** The file {@code lint.properties} of a track: rules that are set with a reason, and mistakes. */
@Tag("no-server")
class LintSettingsTest {

  @TempDir Path temporary;

  private TrackFolder track;

  @BeforeEach
  void oneVersionThatRenames() {
    track =
        TrackFolder.in(temporary)
            .up("1__rename", "ALTER TABLE \"${flyway:defaultSchema}\".notes RENAME body TO text;")
            .undo("1__rename", "");
  }

  @Test
  void aRuleThatIsOffFindsNothingInTheWholeTrack() {
    settings("# one user\n\nL14 = off: one user only\n");
    assertThat(findings()).isEmpty();
    assertThat(Lint.of(track.track()).allowed()).hasSize(1);
  }

  @Test
  void aRuleMayHaveAnotherSeverity() {
    settings("rename-breaks-code=note: one user only");
    assertThat(findings()).containsExactly("rename-breaks-code note");
    assertThat(Lint.of(track.track()).isClean()).isTrue();

    settings("rename-breaks-code = error: many users");
    assertThat(findings()).containsExactly("rename-breaks-code error");
    assertThat(Lint.of(track.track()).isClean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          L14 = off                     | it does not say why
          L14 = off:                    | it does not say why
          L14 = quiet: why              | "quiet" is not off, error, warning or note
          L14                           | "" is not off, error, warning or note
          L99 = off: why                | there is no rule "L99"
          rename-brakes-code = off: why | there is no rule "rename-brakes-code"
          postgres = 9                  | "9" is no version of PostgreSQL that the tool knows
          """)
  void aMistakeIsFoundAndSetsNothing(String line, String what) {
    settings("# a line before\n" + line);
    assertThat(findings()).containsExactly("rename-breaks-code warning", "lint-exception warning");
    assertThat(Lint.of(track.track()).findings().getLast().what()).isEqualTo(what);
    assertThat(Lint.of(track.track()).findings().getLast().line()).isEqualTo(2);
  }

  @Test
  void aRuleThatIsSetTwice() {
    settings("L14 = note: one\nrename-breaks-code = off: two");
    assertThat(findings()).containsExactly("rename-breaks-code note", "lint-exception warning");
  }

  private void settings(String text) {
    track.write("migrations/" + Track.LINT_SETTINGS, text);
  }

  private List<String> findings() {
    return Lint.of(track.track()).findings().stream()
        .map(finding -> finding.rule() + " " + finding.severity())
        .toList();
  }
}
