package shareddb.fleet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Several questions at once, each on a connection of its own. */
final class SideBySide {

  /** As many as a run has workers, where nobody says otherwise. */
  static final int AT_MOST = 4;

  private SideBySide() {}

  /** The answers, in the order of the questions; the first error where there is one. */
  static <T> List<T> all(List<Callable<T>> questions) throws SQLException {
    List<T> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_MOST)) {
      for (Future<T> answer : threads.invokeAll(questions)) {
        answers.add(answer.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    } catch (ExecutionException e) {
      throw asItWas(e.getCause());
    }
    return answers;
  }

  private static SQLException asItWas(@Nullable Throwable error) {
    return switch (error) {
      case SQLException said -> said;
      case RuntimeException wrong -> throw wrong;
      case Error fatal -> throw fatal;
      case null, default -> new SQLException(error);
    };
  }
}
