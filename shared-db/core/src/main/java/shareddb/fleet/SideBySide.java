package shareddb.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.settings.Login;

/** Asks many schemas the same, on several connections at once. */
final class SideBySide {

  /** As many as a run has workers, where nobody says otherwise. */
  private static final int CONNECTIONS = 4;

  /** To connect costs as much as to ask so many. */
  private static final int PART = 100;

  /** What is asked of some schemas of one database. */
  interface Question<T> {
    Map<SchemaName, T> ask(Connection connection, List<SchemaName> schemas) throws SQLException;
  }

  private SideBySide() {}

  /** The answers of all, or the first error. */
  static <T> Map<Target, T> ask(Collection<Member> members, Question<T> question)
      throws SQLException {
    Map<Login, List<SchemaName>> databases = new LinkedHashMap<>();
    for (Member member : members) {
      Target target = member.target();
      databases.computeIfAbsent(target.admin(), login -> new ArrayList<>()).add(target.schema());
    }
    List<Callable<Map<Target, T>>> parts = new ArrayList<>();
    databases.forEach(
        (login, all) -> {
          int part = Math.max(PART, Math.ceilDiv(all.size(), CONNECTIONS));
          for (int start = 0; start < all.size(); start += part) {
            List<SchemaName> some = all.subList(start, Math.min(start + part, all.size()));
            parts.add(() -> ask(login, some, question));
          }
        });
    return together(parts);
  }

  private static <T> Map<Target, T> ask(Login login, List<SchemaName> schemas, Question<T> question)
      throws SQLException {
    Map<Target, T> answers = new HashMap<>();
    try (Connection connection = login.connect()) {
      question
          .ask(connection, schemas)
          .forEach((schema, answer) -> answers.put(new Target(login, schema), answer));
    }
    return answers;
  }

  private static <T> Map<Target, T> together(List<Callable<Map<Target, T>>> parts)
      throws SQLException {
    Map<Target, T> answers = new HashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (Future<Map<Target, T>> part : threads.invokeAll(parts)) {
        answers.putAll(part.get());
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
