package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.jdbc.SqlExecution;

/** Runs a plan for real, all of it in one transaction, and takes it back. */
public final class Rehearsal {

  /** A script that failed, on its way out of the transaction. */
  private record Stop(PlannedScript script, SQLException error) {}

  private final Connection connection;
  private final List<AppliedStep> steps = new ArrayList<>();

  private Rehearsal(Connection connection) {
    this.connection = connection;
  }

  public static RehearsalResult run(
      Target target, List<PlannedScript> scripts, Witness witness, Caller caller)
      throws SQLException {
    List<PlannedScript> alone = scripts.stream().filter(s -> !s.inOneTransaction()).toList();
    if (!alone.isEmpty()) {
      return new RehearsalResult.NotInATransaction(alone);
    }
    try (Connection connection = FlywayRun.session(target).connect();
        Retries retries = new Retries(target, caller)) {
      Optional<Blocker> holder = HistoryLock.take(connection, target, caller);
      if (holder.isPresent()) {
        return new RehearsalResult.Busy(holder.get());
      }
      retries.in(connection);
      return new Rehearsal(connection).patiently(scripts, witness, retries);
    }
  }

  private RehearsalResult patiently(List<PlannedScript> scripts, Witness witness, Retries retries)
      throws SQLException {
    connection.setAutoCommit(false);
    Abandoned.endSoon(connection);
    while (true) {
      Optional<Stop> stop;
      try {
        stop = once(scripts, witness);
      } finally {
        connection.rollback();
      }
      if (stop.isEmpty()) {
        return new RehearsalResult.Passed(List.copyOf(steps));
      }
      if (!retries.again(stop.get().error())) {
        return refused(stop.get(), retries);
      }
    }
  }

  private static RehearsalResult refused(Stop stop, Retries retries) {
    Optional<Blocker> blocker =
        Retries.isForLock(stop.error().getSQLState()) ? retries.blocker() : Optional.empty();
    return blocker.isPresent()
        ? new RehearsalResult.Blocked(stop.script(), blocker.get())
        : new RehearsalResult.Failed(
            stop.script(), CommitGuard.explained(StatementError.of(stop.error())));
  }

  private Optional<Stop> once(List<PlannedScript> scripts, Witness witness) throws SQLException {
    steps.clear();
    CommitGuard.raise(connection);
    witness.before(connection);
    for (PlannedScript script : scripts) {
      try {
        run(script);
      } catch (SQLException e) {
        return Optional.of(new Stop(script, e));
      }
    }
    witness.after(connection);
    return Optional.empty();
  }

  private void run(PlannedScript script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL search_path = " + script.searchPath());
      long start = System.nanoTime();
      SqlExecution.run(connection, script.sql());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      if (!script.history().isEmpty()) {
        statement.execute(script.history());
      }
      if (script.file().isPresent()) {
        steps.add(new AppliedStep(script.version(), script.title(), script.title(), took));
      }
    }
  }
}
