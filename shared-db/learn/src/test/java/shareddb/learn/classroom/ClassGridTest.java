package shareddb.learn.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.learn.progress.CheckRecord;
import shareddb.learn.progress.Progress;

@Tag("long")
final class ClassGridTest extends ClassCase {

  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
  private static final List<String> KNOWN = List.of("00.1", "00.2", "00.10", "01.1");

  @Test
  void progressIsReadAsItWasWritten() throws SQLException {
    add("grid_ada", "grid_bob");
    Progress progress = solved("grid_ada", 2);

    store("grid_ada").write(progress);

    assertThat(store("grid_ada").read()).contains(progress);
    assertThat(store("grid_bob").read()).isEmpty();
    assertThat(DatabaseProgress.of(database.admin())).isEmpty();
    assertThat(DatabaseProgress.of(DATABASE.admin())).isEmpty();
  }

  @Test
  void twentyLearnersAtOnceAreAllInTheGrid() throws Exception {
    List<String> names = IntStream.range(10, 30).mapToObj("grid_%d"::formatted).toList();
    addAll(names);
    List<Callable<Boolean>> work =
        names.stream().map(name -> (Callable<Boolean>) () -> workThrough(name)).toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      for (Future<Boolean> done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }

    ClassGrid grid = ClassGrid.read(database, KNOWN);
    assertThat(grid.exercises()).containsExactlyElementsOf(KNOWN);
    assertThat(grid.rows()).extracting(ClassGrid.Row::learner).containsExactlyElementsOf(names);
    assertThat(grid.rows())
        .allSatisfy(row -> assertThat(row.passed()).isEqualTo(number(row.learner()) % 5));
    assertThat(grid.passed("00.1")).isEqualTo(16);
    assertThat(grid.passed("01.1")).isEqualTo(4);
  }

  @Test
  void aLearnerCannotWriteForAnother() throws SQLException {
    add("grid_ada", "grid_eve");
    DatabaseProgress forged = new DatabaseProgress(login("grid_eve"), store("grid_ada").learner());

    assertThatThrownBy(() -> forged.write(solved("grid_ada", 4)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("row-level security");
  }

  /** Writes after each exercise, as the tool does. */
  private boolean workThrough(String name) throws SQLException {
    for (int count = 0; count <= number(name) % 5; count++) {
      store(name).write(solved(name, count));
    }
    return true;
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring("grid_".length()));
  }

  /** The first exercises of the known ones are passed, the others not begun. */
  private static Progress solved(String learner, int count) {
    Progress progress = Progress.none(learner);
    for (String exercise : KNOWN.subList(0, count)) {
      progress =
          progress
              .checked(
                  exercise,
                  List.of(
                      CheckRecord.passed(exercise, "applies", NOW),
                      CheckRecord.failed(
                          exercise, "rows", NOW, "7, wanted 0", Optional.of("Look"))),
                  false,
                  NOW)
              .checked(
                  exercise,
                  List.of(CheckRecord.passed(exercise, "rows", NOW)),
                  true,
                  NOW.plusSeconds(60))
              .hinted(exercise, 1, NOW.plusSeconds(70));
    }
    return progress;
  }

  private DatabaseProgress store(String learner) throws SQLException {
    return DatabaseProgress.of(login(learner)).orElseThrow();
  }
}
