package shareddb.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An exercise that each migration passes which can be undone. */
final class UndoneExercise {

  private static final String COLOUR = "ALTER TABLE \"${flyway:defaultSchema}\".todos";

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

  /** Writes a right answer into a learner's folder. */
  static void solve(Path work) throws IOException {
    Files.writeString(
        work.resolve("migrations/V5__colour.sql"), COLOUR + " ADD COLUMN colour text;");
    Files.writeString(work.resolve("undo/U5__colour.sql"), COLOUR + " DROP COLUMN colour;");
  }
}
