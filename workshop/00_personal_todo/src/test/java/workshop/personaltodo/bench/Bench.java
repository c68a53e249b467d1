package workshop.personaltodo.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Workshop;
import shareddb.migrate.Upgrade;
import shareddb.migrate.role.ApiRole;
import shareddb.postgres.build.BuildPostgres;
import shareddb.postgres.server.ServerDatabases;
import shareddb.testing.TestDatabase;
import shareddb.webtesting.RunningApi;
import shareddb.webtesting.ServedModule;
import workshop.personaltodo.PersonalTodo;

/** The API against a bare JDBC handler, turn by turn in one process: a table of ratios. */
public final class Bench {

  private static final ModuleName MODULE = new ModuleName("00_personal_todo");

  /** A server runs for days: what is measured is the code as it is when it has been compiled. */
  private static final int WARM_UPS = Integer.getInteger("bench.warmups", 3);

  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final Duration ROUND = Duration.ofMillis(Integer.getInteger("bench.round", 1000));
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 9);

  private Bench() {}

  private record Operation(String name, double wanted, IntFunction<Load> load) {}

  private static final List<Operation> OPERATIONS =
      List.of(
          new Operation("GET /todos/{id}", 0.80, port -> Load.get(port, "/todos/7")),
          new Operation("GET /todos", 0.75, port -> Load.get(port, "/todos")),
          new Operation(
              "POST /todos", 0.80, port -> Load.post(port, "/todos", "{\"title\":\"Measured\"}")));

  public static void main(String[] args) throws Exception {
    Login server = BuildPostgres.shared();
    DatabaseName name = new DatabaseName("bench_" + UUID.randomUUID());
    Login admin = ServerDatabases.create(server, name);
    Target target = new Target(admin, MODULE.schema());
    try {
      Upgrade.run(Workshop.at(TestDatabase.checkout()).module(MODULE).tracks().getFirst(), target);
      fill(admin);
      try (RunningApi api = ServedModule.serve(new PersonalTodo(), admin);
          HikariDataSource pool = ServedModule.pool("bare", ApiRole.login(target))) {
        Javalin bare = BareApi.start(pool);
        try {
          measure(api.port(), bare.port());
        } finally {
          bare.stop();
        }
      }
    } finally {
      ServerDatabases.drop(server, name);
    }
  }

  private static void fill(Login admin) throws SQLException {
    try (Connection connection = admin.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO \"00_personal_todo\".todos (title, description)"
              + " SELECT 'Todo ' || n, repeat('word ', 10) FROM generate_series(1, 10000) n");
      statement.execute("VACUUM ANALYZE \"00_personal_todo\".todos");
    }
  }

  private static void measure(int api, int bare) throws IOException, InterruptedException {
    System.out.printf("%-18s %10s %10s %8s%n", "operation", "bare/s", "api/s", "ratio");
    for (int i = 0; i < WARM_UPS; i++) {
      for (Operation operation : OPERATIONS) {
        operation.load().apply(api).run(WARM_UP);
        operation.load().apply(bare).run(WARM_UP);
      }
    }
    for (Operation operation : OPERATIONS) {
      report(operation, operation.load().apply(api), operation.load().apply(bare));
    }
  }

  /** Rounds in pairs, each pair the other way round, so that neither side has the better time. */
  private static void report(Operation operation, Load ours, Load theirs)
      throws IOException, InterruptedException {
    List<Double> api = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      double first = (i % 2 == 0 ? ours : theirs).run(ROUND);
      double second = (i % 2 == 0 ? theirs : ours).run(ROUND);
      api.add(i % 2 == 0 ? first : second);
      bare.add(i % 2 == 0 ? second : first);
      ratios.add(api.getLast() / bare.getLast());
    }
    double ratio = median(ratios);
    System.out.printf(
        "%-18s %10.0f %10.0f %8.2f%s%n",
        operation.name(),
        median(bare),
        median(api),
        ratio,
        ratio < operation.wanted() ? "  below " + operation.wanted() : "");
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
