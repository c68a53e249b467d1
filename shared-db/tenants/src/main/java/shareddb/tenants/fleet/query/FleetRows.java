package shareddb.tenants.fleet.query;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shareddb.tenants.fleet.targets.FleetTarget;

/**
 * The rows of one statement on many targets, in the order of the targets, while several workers run
 * it side by side. Only a few parts of the results are in memory: a worker waits until the reader
 * comes near to its target.
 */
public final class FleetRows implements AutoCloseable {

  /** How many parts of one target's result wait for the reader. */
  private static final int PARTS = 2;

  /** How many targets each worker may be ahead of the reader. */
  private static final int AHEAD = 8;

  private static final int END_SECONDS = 10;

  private final List<FleetTarget> targets;
  private final List<BlockingQueue<ResultPart>> results;
  private final Semaphore ahead;
  private final ExecutorService workers;
  private final Map<FleetTarget, String> failed = new LinkedHashMap<>();
  private int started;
  private int reading;
  private List<QueryColumn> columns = List.of();
  private Iterator<List<@Nullable String>> rows = List.<List<@Nullable String>>of().iterator();
  private List<@Nullable String> row = List.of();
  private @Nullable FleetTarget ofRow;

  private FleetRows(List<FleetTarget> targets, int connections) {
    this.targets = List.copyOf(targets);
    this.results =
        Stream.<BlockingQueue<ResultPart>>generate(() -> new ArrayBlockingQueue<>(PARTS))
            .limit(targets.size())
            .toList();
    this.ahead = new Semaphore(connections * AHEAD);
    this.workers = Executors.newFixedThreadPool(connections);
  }

  /** Starts the statement, and waits for the first rows, which decide the columns. */
  public static FleetRows of(FleetStatement statement, List<FleetTarget> targets, int connections)
      throws SQLException {
    FleetRows rows = new FleetRows(targets, connections);
    QuerySession.Outages outages = new QuerySession.Outages();
    for (int i = 0; i < connections; i++) {
      rows.workers.execute(() -> rows.work(new QueryWorker(statement, outages)));
    }
    rows.fill();
    return rows;
  }

  /** The columns of all results. Empty if no target had a result. */
  public List<QueryColumn> columns() {
    return columns;
  }

  /** Goes to the next row. Returns false if there is none. */
  public boolean next() throws SQLException {
    if (!fill()) {
      return false;
    }
    row = rows.next();
    ofRow = targets.get(reading);
    return true;
  }

  /** The target of the present row. */
  public FleetTarget target() {
    if (ofRow == null) {
      throw new IllegalStateException("there is no row before next()");
    }
    return ofRow;
  }

  /** The present row's value of a column, which counts from 0. */
  public @Nullable String text(int column) {
    return row.get(column);
  }

  /** The targets on which the statement failed, with the reasons; complete after the last row. */
  public Map<FleetTarget, String> failed() {
    return failed;
  }

  /** Reads parts until there is a row. Returns false if there are no more. */
  private boolean fill() throws SQLException {
    while (!rows.hasNext() && reading < targets.size()) {
      take();
    }
    return rows.hasNext();
  }

  private void take() throws SQLException {
    FleetTarget target = targets.get(reading);
    try {
      switch (results.get(reading).take()) {
        case ResultPart.Rows part -> take(target, part);
        case ResultPart.Complete ignored -> ended();
        case ResultPart.Failed(String reason) -> {
          failed.putIfAbsent(target, reason);
          ended();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    }
  }

  private void take(FleetTarget target, ResultPart.Rows part) {
    if (columns.isEmpty()) {
      columns = part.columns();
    }
    if (columns.equals(part.columns())) {
      rows = part.rows().iterator();
    } else {
      failed.put(
          target,
          "its columns are %s, and those before are %s"
              .formatted(names(part.columns()), names(columns)));
    }
  }

  private static String names(List<QueryColumn> columns) {
    return columns.stream().map(c -> c.name() + " " + c.type()).collect(Collectors.joining(", "));
  }

  private void ended() {
    reading++;
    ahead.release();
  }

  /** Takes targets in their order, so that a worker always has the target that is read. */
  private void work(QueryWorker worker) {
    try (worker) {
      for (Optional<Integer> next = claimed(); next.isPresent(); next = claimed()) {
        worker.run(targets.get(next.get()).target(), results.get(next.get()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Integer> claimed() throws InterruptedException {
    ahead.acquire();
    synchronized (results) {
      return started < targets.size() ? Optional.of(started++) : Optional.empty();
    }
  }

  /** Stops the workers. */
  @Override
  public void close() throws SQLException {
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        throw new SQLException("a statement still runs on a target; its own limit ends it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
