package workshop.requirementsdatabasepertenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import shareddb.testing.TestDatabase;

/** A tenant to be removed: the checkout keeps its snapshot, until the test forgets it. */
final class Removed {

  /** Nobody else's, in this checkout either. */
  static final String NAME = "removed_" + UUID.randomUUID().toString().substring(0, 8);

  private Removed() {}

  static List<String> snapshots() throws IOException {
    try (Stream<Path> snapshots = Files.list(folder())) {
      return snapshots.map(snapshot -> snapshot.getFileName().toString()).toList();
    }
  }

  static void forget() throws IOException {
    if (Files.exists(folder())) {
      try (Stream<Path> files = Files.walk(folder())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Path folder() {
    return TestDatabase.checkout()
        .resolve("localdev/snapshots/04_requirements_database_per_tenant/tenant")
        .resolve("04_tenant_" + NAME);
  }
}
