package shareddb.tenants.fleet.trial;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Sends requests to tenants all the time, one after another, and notes how long each took. */
final class Visitor implements AutoCloseable {

  /** What came out. */
  record Visit(int requests, Duration slowest) {
    @Override
    public String toString() {
      return "the slowest of %d took %d ms".formatted(requests, slowest.toMillis());
    }
  }

  private final CompletableFuture<Visit> visit;
  private volatile boolean over;

  private Visitor(Connection connection, Supplier<String> request) {
    visit =
        CompletableFuture.supplyAsync(() -> visit(connection, request), Thread::startVirtualThread);
  }

  static Visitor of(TrialFleet fleet, Supplier<String> request) throws SQLException {
    return new Visitor(fleet.login().connect(), request);
  }

  Visit end() {
    over = true;
    return visit.join();
  }

  private Visit visit(Connection open, Supplier<String> request) {
    int requests = 0;
    long slowest = 0;
    try (Connection connection = open;
        Statement statement = connection.createStatement()) {
      while (!over) {
        long start = System.nanoTime();
        statement.execute(request.get());
        slowest = Math.max(slowest, System.nanoTime() - start);
        requests++;
        Thread.sleep(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Visit(requests, Duration.ofNanos(slowest));
  }

  @Override
  public void close() {
    over = true;
  }
}
