package shareddb.schema.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shareddb.schema.lint.Lint;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.RuleName;
import shareddb.testing.TrackFolder;

/** What goes while the module's code still asks for it. */
@Tag("no-server")
class DropInUseTest {

  private static final String TABLE = "\"${flyway:defaultSchema}\".notes";

  @TempDir Path temporary;

  private TrackFolder track;

  @BeforeEach
  void aTableAndItsCode() {
    track =
        TrackFolder.in(temporary)
            .up("1__initial", "CREATE TABLE " + TABLE + " (id bigint, body text, title text);")
            .undo("1__initial", "DROP TABLE " + TABLE + ";")
            .write(
                "src/main/java/Queries.java",
                """
                // NOTES.TITLE is not used: this is a comment.
                class Queries {
                  String text = "NOTES.TITLE \\" NOTES.TITLE";
                  Object all = sql.select(NOTES.BODY).from(NOTES).where(OTHERS.TITLE.isNull());
                }
                """);
  }

  @Test
  void aColumn() {
    assertThat(drop("ALTER TABLE " + TABLE + " DROP COLUMN body;"))
        .containsExactly("notes.body is still used: NOTES.BODY in Queries.java, line 4");
    assertThat(drop("ALTER TABLE " + TABLE + " DROP COLUMN title;")).isEmpty();
  }

  @Test
  void aColumnOfTheTableUnderAnotherName() {
    track.write(
        "src/main/java/Other.java",
        "class Other { Notes n = NOTES.as(\"n\"); Object t = n.TITLE; }");

    assertThat(drop("ALTER TABLE " + TABLE + " DROP IF EXISTS title;"))
        .containsExactly("notes.title is still used: n.TITLE in Other.java, line 1");
  }

  @Test
  void aTable() {
    assertThat(drop("DROP TABLE IF EXISTS other, " + TABLE + " CASCADE;"))
        .containsExactly("notes is still used: NOTES in Queries.java, line 4");
  }

  @Test
  void whatComesBackLaterIsNotMissed() {
    track
        .up("3__back", "ALTER TABLE " + TABLE + " ADD COLUMN body varchar(9);")
        .undo("3__back", "");

    assertThat(drop("ALTER TABLE " + TABLE + " DROP COLUMN body;")).isEmpty();
  }

  private List<String> drop(String sql) {
    track.up("2__drop", sql).undo("2__drop", "");
    return Lint.of(track.track()).findings().stream()
        .filter(finding -> finding.rule() == RuleName.DROP_IN_USE)
        .map(LintFinding::what)
        .toList();
  }
}
