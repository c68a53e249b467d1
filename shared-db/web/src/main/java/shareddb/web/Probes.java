package shareddb.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** The routes that ask how the process does. */
final class Probes {

  record Health(String status) {}

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private Probes() {}

  static void declare(Routes routes, Map<String, Database> databases) {
    routes
        .get("/health", "Whether the process is alive")
        .answers(Health.class, request -> new Health("alive"));
    routes
        .get("/ready", "Whether the database answers")
        .answers(
            Health.class,
            request -> {
              refuseWhereAway(databases);
              return new Health("ready");
            });
  }

  /** Which of them are away; the others are asked all the same. */
  private static void refuseWhereAway(Map<String, Database> databases) {
    List<String> away = new ArrayList<>();
    databases.forEach(
        (name, database) -> {
          try {
            database.sql().fetchValue(DSL.inline(1));
          } catch (DataAccessException e) {
            away.add(name);
          }
        });
    if (!away.isEmpty()) {
      throw ProblemException.retryAfter(
          ProblemType.UNAVAILABLE,
          "The database of "
              + String.join(", ", away)
              + " cannot be reached just now; try again in a moment",
          PAUSE);
    }
  }
}
