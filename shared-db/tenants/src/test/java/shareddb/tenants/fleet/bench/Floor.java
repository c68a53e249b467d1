package shareddb.tenants.fleet.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import shareddb.base.track.Target;

/** The same SQL as one string a target, on as many connections, with nothing looked at. */
record Floor(int connections) implements Contestant {

  @Override
  public String name() {
    return "the floor";
  }

  @Override
  public void upgrade(List<Target> targets, int version) throws Exception {
    Queue<Target> queue = new ConcurrentLinkedQueue<>(targets);
    List<Callable<Void>> workers = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      workers.add(() -> work(queue, targets.getFirst(), version));
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(connections)) {
      for (Future<Void> worker : executor.invokeAll(workers)) {
        worker.get();
      }
    }
  }

  private static Void work(Queue<Target> queue, Target any, int version) throws SQLException {
    try (Connection connection = any.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET client_min_messages = error");
      for (Target target = queue.poll(); target != null; target = queue.poll()) {
        statement.execute(sql(target, version));
      }
    }
    return null;
  }

  static String sql(Target target, int version) {
    boolean isNew = version == BenchTrack.PROVISIONED;
    String history = target.historyTable();
    StringBuilder sql = new StringBuilder("BEGIN;\n");
    if (isNew) {
      sql.append(table(history, target.schema().quoted()));
    }
    for (int i = isNew ? 1 : version; i <= version; i++) {
      String script = BenchTrack.SCRIPTS.get(i - 1);
      sql.append(script.replace("${flyway:defaultSchema}", target.schema().value()))
          .append(
              "INSERT INTO %s VALUES (%d, '%d', 'step', 'SQL', 's', 1, 'me', now(), 0, true);\n"
                  .formatted(history, i, i));
    }
    return sql.append("COMMIT").toString();
  }

  private static String table(String history, String schema) {
    return """
    CREATE SCHEMA %2$s;
    CREATE TABLE %1$s (
        installed_rank int NOT NULL, version varchar(50), description varchar(200) NOT NULL,
        type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum int,
        installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(),
        execution_time int NOT NULL, success boolean NOT NULL,
        CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank));
    CREATE INDEX flyway_schema_history_s_idx ON %1$s (success);
    INSERT INTO %1$s VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', 's', NULL, 'me',
                             now(), 0, true);
    """
        .formatted(history, schema);
  }
}
