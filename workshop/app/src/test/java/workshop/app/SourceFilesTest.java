package workshop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shareddb.testing.TestDatabase;

/** Files of Java stay short enough to be read at once. */
class SourceFilesTest {

  private static final int MOST_LINES = 250;
  private static final Set<String> NOT_SOURCES = Set.of("target", "localdev", ".git");

  @Test
  void noFileHasMoreThan250Lines() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        TestDatabase.checkout(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_SOURCES.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });

    assertThat(files).hasSizeGreaterThan(500);
    assertThat(files)
        .allSatisfy(
            file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MOST_LINES));
  }
}
