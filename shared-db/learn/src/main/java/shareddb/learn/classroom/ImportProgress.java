package shareddb.learn.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.jdbc.Query;
import shareddb.base.names.InvalidName;
import shareddb.base.names.LearnerName;
import shareddb.learn.progress.Progress;
import shareddb.learn.progress.ProgressJson;

/**
 * Imports the files that learners without the class's server hand in: the exports of their
 * progress. All are imported in one transaction, or none.
 */
public final class ImportProgress {

  private final ClassDatabase database;
  private final List<ImportResult.Problem> problems = new ArrayList<>();
  private final Map<LearnerName, Path> files = new TreeMap<>();
  private final Map<LearnerName, Progress> all = new TreeMap<>();

  private ImportProgress(ClassDatabase database) {
    this.database = database;
  }

  /** Imports all files of the folder whose names end in {@code .json}. */
  public static ImportResult from(Path folder, ClassDatabase database) throws SQLException {
    return new ImportProgress(database).run(folder);
  }

  private ImportResult run(Path folder) throws SQLException {
    try (Stream<Path> children = Files.list(folder)) {
      children.filter(file -> file.toString().endsWith(".json")).sorted().forEach(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
    if (problems.isEmpty()) {
      ClassTransaction.run(database, this::writeAll);
    }
    return problems.isEmpty()
        ? new ImportResult.Imported(List.copyOf(all.keySet()))
        : new ImportResult.Refused(List.copyOf(problems));
  }

  private void read(Path file) {
    try {
      Optional<Progress> progress = ProgressJson.read(Files.readString(file));
      if (progress.isEmpty()) {
        problem(file, "it is not a learner's progress, as ./db learn export writes it");
        return;
      }
      LearnerName learner = new LearnerName(progress.get().learner());
      Path before = files.putIfAbsent(learner, file);
      if (before != null) {
        problem(file, "it is of \"%s\", and so is %s".formatted(learner, before.getFileName()));
        return;
      }
      all.put(learner, progress.get());
    } catch (CharacterCodingException e) {
      problem(file, "it is not UTF-8");
    } catch (IOException e) {
      problem(file, "it cannot be read: " + e.getMessage());
    } catch (InvalidName e) {
      problem(file, String.valueOf(e.getMessage()));
    }
  }

  /**
   * A file whose values the tables refuse is rolled back alone, so that the next ones are tried.
   */
  private boolean writeAll(Connection connection) throws SQLException {
    for (Map.Entry<LearnerName, Progress> one : all.entrySet()) {
      Query.execute(connection, "SAVEPOINT one_file");
      try {
        write(connection, one.getKey(), one.getValue());
      } catch (SQLException e) {
        if (LostConnection.isMeantBy(e.getSQLState())) {
          throw e;
        }
        Query.execute(connection, "ROLLBACK TO one_file");
        problem(
            files.getOrDefault(one.getKey(), Path.of("")),
            String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      }
    }
    if (!problems.isEmpty()) {
      connection.rollback();
    }
    return problems.isEmpty();
  }

  private void write(Connection connection, LearnerName learner, Progress progress)
      throws SQLException {
    String register = "INSERT INTO class.learner (name) VALUES (?) ON CONFLICT DO NOTHING";
    Query.of(connection, register, learner.value()).update();
    new DatabaseProgress(database.admin(), learner).write(connection, progress);
  }

  private void problem(Path file, String what) {
    problems.add(new ImportResult.Problem(file, what));
  }
}
