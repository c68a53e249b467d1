package shareddb.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An exercise that each migration passes which can be undone. */
final class UndoneExercise {

  private UndoneExercise() {}

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("start"));
    for (String file : List.of("hints.md", "solution.md", "start/expected.txt")) {
      Files.writeString(folder.resolve(file), "files: V5\n");
    }
    Files.writeString(folder.resolve("README.md"), "# Add a column\n");
    String row = "INSERT INTO todos (title) VALUES ('one');\n";
    Files.writeString(folder.resolve("start/seed-1.sql"), row);
    Files.writeString(folder.resolve("start/seed-2.sql"), row.repeat(2));
    Files.writeString(
        folder.resolve("checks.yaml"),
        """
        start: { module: 4 }
        checks:
          - files: ["migrations/V5__*.sql", "undo/U5__*.sql"]
          - applies: { from: 4, to: 5 }
          - undo: { to: 4, fingerprint: start, rows: kept }
        """);
  }
}
