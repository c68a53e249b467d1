package shareddb.web;

import java.util.List;
import org.jooq.impl.DSL;

/** The routes that ask how the process does. */
final class Probes {

  record Health(String status) {}

  private Probes() {}

  static void declare(Routes routes, List<Database> databases) {
    routes
        .get("/health", "Whether the process is alive")
        .answers(Health.class, request -> new Health("alive"));
    routes
        .get("/ready", "Whether the database answers")
        .answers(
            Health.class,
            request -> {
              databases.forEach(database -> database.sql().fetchValue(DSL.inline(1)));
              return new Health("ready");
            });
  }
}
