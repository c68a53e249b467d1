package shareddb.fleet;

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
import shareddb.migrate.SchemaReads;

/** Asks many schemas the same, on several connections to each server at once. */
final class SideBySide {

  /** As many as a run has workers, where nobody says otherwise. */
  private static final int CONNECTIONS = 4;

  private SideBySide() {}

  /** The answers of all that can be asked, or the first error. */
  static <T> Answers<T> ask(Collection<Member> members, SchemaReads.Reader<T> question)
      throws SQLException {
    Map<String, ServerAsked<T>> servers = new LinkedHashMap<>();
    for (Member member : members) {
      servers
          .computeIfAbsent(
              member.target().admin().address(), address -> new ServerAsked<>(question))
          .add(member.target());
    }
    List<Callable<Answers<T>>> each = new ArrayList<>();
    servers.values().forEach(server -> each.add(() -> of(server)));
    return together(each, Math.max(1, each.size()));
  }

  private static <T> Answers<T> of(ServerAsked<T> server) throws SQLException {
    List<Callable<Answers<T>>> parts = server.parts(CONNECTIONS);
    if (!server.isFirstAlone()) {
      return together(parts, CONNECTIONS);
    }
    Answers<T> answers = together(parts.subList(0, 1), 1);
    answers.add(together(parts.subList(1, parts.size()), CONNECTIONS));
    return answers;
  }

  private static <T> Answers<T> together(List<Callable<Answers<T>>> parts, int threads)
      throws SQLException {
    Answers<T> answers = Answers.none();
    try (ExecutorService crew = Executors.newFixedThreadPool(threads)) {
      for (Future<Answers<T>> part : crew.invokeAll(parts)) {
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
