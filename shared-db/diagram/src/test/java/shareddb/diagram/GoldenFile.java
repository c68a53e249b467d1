package shareddb.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import shareddb.testing.TestDatabase;

/**
 * A file under {@code src/test/resources} that holds what a test should write. With {@code
 * -Dworkshop.golden=write} the tests write the files instead; then look at what changed.
 */
record GoldenFile(String name) {

  private static final boolean WRITES = "write".equals(System.getProperty("workshop.golden"));

  void holds(String text) throws IOException {
    Path file =
        TestDatabase.checkout()
            .resolve("shared-db/diagram/src/test/resources/shareddb/diagram")
            .resolve(name);
    if (WRITES) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
