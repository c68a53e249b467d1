package shareddb.tenants.fleet.survey;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import shareddb.migrate.history.HistoryReads;
import shareddb.tenants.fleet.targets.FleetTarget;

/** Asks many schemas the same question, on several connections to each server at once. */
final class ParallelProbe {

  /** The connections to each server: as many as a run has workers by default. */
  private static final int CONNECTIONS = 4;

  private ParallelProbe() {}

  /**
   * The answers of all schemas that can be asked. Throws the first error that is not about an
   * unreachable server or a locked history.
   */
  static <T> SurveyAnswers<T> ask(Collection<FleetTarget> members, HistoryReads.Reader<T> question)
      throws SQLException {
    Map<String, ServerProbe<T>> servers = new LinkedHashMap<>();
    for (FleetTarget member : members) {
      servers
          .computeIfAbsent(
              member.target().admin().address(), address -> new ServerProbe<>(question))
          .add(member.target());
    }
    List<Callable<SurveyAnswers<T>>> each = new ArrayList<>();
    servers.values().forEach(server -> each.add(() -> of(server)));
    return together(each, Math.max(1, each.size()));
  }

  private static <T> SurveyAnswers<T> of(ServerProbe<T> server) throws SQLException {
    List<Callable<SurveyAnswers<T>>> parts = server.parts(CONNECTIONS);
    if (!server.isFirstAlone()) {
      return together(parts, CONNECTIONS);
    }
    SurveyAnswers<T> answers = together(parts.subList(0, 1), 1);
    answers.add(together(parts.subList(1, parts.size()), CONNECTIONS));
    return answers;
  }

  private static <T> SurveyAnswers<T> together(List<Callable<SurveyAnswers<T>>> parts, int threads)
      throws SQLException {
    SurveyAnswers<T> answers = SurveyAnswers.none();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (Future<SurveyAnswers<T>> part : executor.invokeAll(parts)) {
        answers.add(part.get());
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
