package shareddb.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Workshop;
import shareddb.base.track.WorkshopModule;
import shareddb.diagram.svg.SvgDiagram;
import shareddb.testing.TestDatabase;

/** The pictures under the titles of the lessons are what the migrations make now. */
final class LessonPicturesTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  /** A track, and the file of its picture. */
  record Picture(Track track, Path file) {

    @Override
    public String toString() {
      return track.label();
    }
  }

  static List<Picture> pictures() {
    return Workshop.at(TestDatabase.checkout()).modules().stream()
        .flatMap(LessonPicturesTest::of)
        .filter(picture -> Files.exists(picture.file()))
        .toList();
  }

  private static Stream<Picture> of(WorkshopModule module) {
    return module.tracks().stream()
        .map(
            track ->
                new Picture(
                    track,
                    module
                        .folder()
                        .resolve(track.part().map(p -> "schema-" + p).orElse("schema") + ".svg")));
  }

  @Test
  void theyAreNine() {
    assertThat(pictures()).hasSizeGreaterThanOrEqualTo(9);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void theLessonShowsWhatTheMigrationsMake(Picture picture) throws IOException, SQLException {
    Target target = Target.usual(DATABASE.admin(), picture.track()).in(DATABASE.admin());
    if (!(new DiagramDrawing(picture.track(), target).ofMigrations()
        instanceof DiagramResult.Drawn drawn)) {
      throw new AssertionError(picture + " cannot be drawn");
    }

    assertThat(Files.readString(picture.file()))
        .as("%s; to draw it anew:  make diagrams", picture.file())
        .isEqualTo(SvgDiagram.of(drawn.diagram(), drawn.legend()));
    assertThat(Files.readString(picture.file().resolveSibling("README.md")).lines().limit(6))
        .as("the lesson shows the picture under its title")
        .anyMatch(line -> line.contains("](" + picture.file().getFileName() + ")"));
  }
}
