package shareddb.schema.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shareddb.testing.TrackFolder;

/** What a comment allows, and comments that allow nothing. */
@Tag("no-server")
class AllowancesTest {

  private static final String RENAME =
      "ALTER TABLE \"${flyway:defaultSchema}\".notes RENAME body TO text;\n";

  @TempDir Path temporary;

  private TrackFolder track;

  @BeforeEach
  void oneVersion() {
    track = TrackFolder.in(temporary).undo("1__rename", "");
  }

  @Test
  void aCommentAllowsWhatItsFileHas() {
    track.up("1__rename", "-- lint: allow rename-breaks-code (nothing runs yet)\n" + RENAME);
    assertThat(findings()).isEmpty();
    assertThat(Lint.of(track.track()).allowed()).hasSize(1);

    track.up("1__rename", RENAME + "/* lint: allow rename-breaks-code (nothing runs yet) */");
    assertThat(findings()).isEmpty();
  }

  @Test
  void theUndoScriptSpeaksForAMigrationThatIsAppliedAlready() {
    track.up("1__rename", RENAME);
    track.undo("1__rename", "-- lint: allow rename-breaks-code (nothing ran then)\n");
    assertThat(findings()).isEmpty();
  }

  @Test
  void anotherFileSaysNothing() {
    track.up("1__rename", RENAME);
    track.up("2__two", "-- lint: allow rename-breaks-code (there)\nSELECT 1;");
    track.undo("2__two", "");
    assertThat(findings()).contains("rename-breaks-code", "lint-exception");
  }

  @Test
  void aRuleThatThereIsNot() {
    track.up("1__rename", "-- lint: allow rename-brakes-code (oh)\n" + RENAME);
    assertThat(findings()).containsExactly("lint-exception", "rename-breaks-code");
    assertThat(Lint.of(track.track()).findings().getFirst().instead())
        .contains("-- lint: allow rename-breaks-code");
  }

  @Test
  void aCommentWithoutEffect() {
    track.up("1__rename", "-- lint: allow set-not-null (none here)\nSELECT 1;");
    assertThat(findings()).containsExactly("lint-exception");
  }

  @Test
  void aCommentWithoutReason() {
    track.up("1__rename", "-- lint: allow rename-breaks-code ( )\n" + RENAME);
    assertThat(findings()).containsExactly("lint-exception");
  }

  private List<String> findings() {
    return Lint.of(track.track()).findings().stream().map(f -> f.rule().toString()).toList();
  }
}
