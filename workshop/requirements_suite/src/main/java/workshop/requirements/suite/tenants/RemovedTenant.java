package workshop.requirements.suite.tenants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import shareddb.base.names.TenantName;
import shareddb.tenants.registry.TenantModule;
import shareddb.testing.TestDatabase;

/** A tenant to be removed: the checkout keeps its snapshot, until the test forgets it. */
record RemovedTenant(TenantModule module) {

  /** A name that no other test uses, in this checkout either. */
  static final String NAME = "removed_" + UUID.randomUUID().toString().substring(0, 8);

  String schema() {
    return module.schemaOf(new TenantName(NAME)).value();
  }

  List<String> snapshots() throws IOException {
    try (Stream<Path> snapshots = Files.list(folder())) {
      return snapshots.map(snapshot -> snapshot.getFileName().toString()).toList();
    }
  }

  void forget() throws IOException {
    if (Files.exists(folder())) {
      try (Stream<Path> files = Files.walk(folder())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private Path folder() {
    return TestDatabase.checkout()
        .resolve("localdev/snapshots")
        .resolve(module.name().value())
        .resolve("tenant")
        .resolve(schema());
  }
}
