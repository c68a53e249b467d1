package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

/** A base script is written, and new targets begin with it. */
class SquashCommandTest extends SchemaCase {

  @Test
  void aNewTargetBeginsWithTheBaseScript() {
    Tool.Run run = tool.run("squash", "00", "--to", "3");
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("✓ workshop/00_personal_todo/migrations/B3__squashed_3_migrations.sql")
        .contains("tried in a scratch database: it makes what 3 migrations make, ");
    assertThat(tool.run("upgrade", "00").out())
        .contains("3  squashed 3 migrations", "4  is completed not null", ": 0 → 4");
    assertThat(tool.run("drift", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("history", "00").out()).doesNotContain("initial");
    assertThat(tool.run("squash", "00", "--to", "3").err()).contains("is there already");
  }

  @Test
  void unknownVersionsAndSeveralTracksAreRefused() {
    Tool.Run run = tool.run("squash", "00", "--to", "9");
    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("has no version 9; it has 1, 2, 3, 4");
    assertThat(Files.exists(tool.migration("B9__squashed_9_migrations.sql"))).isFalse();
  }
}
