package shareddb.learn.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import shareddb.base.settings.Login;
import shareddb.base.track.WorkshopModule;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.exercise.ExerciseFiles;
import shareddb.learn.exercise.ExerciseId;
import shareddb.learn.exercise.Exercises;
import shareddb.learn.trial.LearnServer;

/** An exercise in a module of its own, which a test fills with files. */
final class TestExercise {

  private static final String SCHEMA = "\"${flyway:defaultSchema}\"";

  private final Path module;
  private final Path folder;
  private final Path work;
  private final Path cache;

  /** A table of notes at version 1, with two rows and with three. */
  TestExercise(Path temporary) throws IOException {
    module = temporary.resolve("workshop/07_test_notes");
    folder = module.resolve("exercises/01_notes");
    work = temporary.resolve("work");
    cache = temporary.resolve("cache");
    write(
        module.resolve("migrations/V1__notes.sql"),
        """
        CREATE TABLE %1$s.notes (
            id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT notes_pkey PRIMARY KEY,
            body text NOT NULL);
        GRANT USAGE ON SCHEMA %1$s TO "${api_role}";
        GRANT SELECT, INSERT ON %1$s.notes TO "${api_role}";
        """
            .formatted(SCHEMA));
    write(module.resolve("undo/U1__notes.sql"), "DROP TABLE %s.notes;".formatted(SCHEMA));
    start("seed-1.sql", "INSERT INTO notes (body) VALUES ('one'), ('two');");
    start("seed-2.sql", "INSERT INTO notes (body) VALUES ('a'), ('b'), ('c');");
  }

  TestExercise start(String file, String text) throws IOException {
    write(folder.resolve("start").resolve(file), text);
    return this;
  }

  TestExercise goal(String file, String text) throws IOException {
    write(folder.resolve("goal").resolve(file), text.formatted(SCHEMA));
    return this;
  }

  /** Writes one file of the learner; the start is there already. */
  TestExercise answer(String file, String text) throws IOException {
    if (!Files.exists(work)) {
      checks("[{files: [nothing]}]");
      ExerciseFiles.start(read(), work);
    }
    write(work.resolve(file), text.formatted(SCHEMA));
    return this;
  }

  /** The learner's second version. */
  TestExercise version2(String up, String undo) throws IOException {
    return answer("migrations/V2__two.sql", up).answer("undo/U2__two.sql", undo);
  }

  TestExercise remove(String file) throws IOException {
    Files.delete(work.resolve(file));
    return this;
  }

  private void checks(String yaml) throws IOException {
    write(folder.resolve("checks.yaml"), "start: { module: 1 }\nchecks: " + yaml + "\n");
  }

  /** The last check passes, with this in its line. */
  void passes(Login admin, String yaml, String line) throws IOException, SQLException {
    assertThat(result(admin, yaml))
        .isInstanceOfSatisfying(
            CheckResult.Passed.class, passed -> assertThat(passed.line()).contains(line));
  }

  /** The last check fails, with this in its line. */
  void fails(Login admin, String yaml, String line) throws IOException, SQLException {
    assertThat(result(admin, yaml))
        .isInstanceOfSatisfying(
            CheckResult.Failed.class, failed -> assertThat(failed.line()).contains(line));
  }

  /** The result of the last check. */
  CheckResult result(Login admin, String yaml) throws IOException, SQLException {
    ExerciseReport report = report(admin, yaml);
    return report.entries().getLast().result();
  }

  ExerciseReport report(Login admin, String yaml) throws IOException, SQLException {
    if (!Files.exists(work)) {
      answer("notes.txt", "begun");
    }
    checks(yaml);
    return new CheckRun(cache, entry -> {}).of(read(), work, LearnServer.of(admin));
  }

  private Exercise read() {
    return Exercises.read(new ExerciseId("07", 1), WorkshopModule.at(module), folder, "ann");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }
}
