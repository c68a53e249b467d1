package shareddb.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shareddb.base.names.ServerName;
import shareddb.base.settings.Login;
import shareddb.web.problem.ProblemType;
import shareddb.web.problem.RetryLater;

/**
 * Whether a server answers, and how many connections it has to spare. While it is away, one request
 * a second tries to connect, and all others are answered with 503 at once.
 */
final class ServerHealth {

  /** How long the outcome of a look holds. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final int PORT_MILLIS = 1000;

  /** Connections that are left for people who look for a fault. */
  private static final int SPARED = 5;

  private static final String FREE =
      """
      SELECT current_setting('max_connections')::int
                 - current_setting('superuser_reserved_connections')::int
                 - current_setting('reserved_connections')::int
                 - (SELECT count(*) FROM pg_catalog.pg_stat_activity
                    WHERE backend_type = 'client backend')::int
      """;

  private static final Logger log = LoggerFactory.getLogger(ServerHealth.class);

  /** The outcome of the newest look. */
  private sealed interface Look {

    record Answers(int free) implements Look {}

    record Away(long until) implements Look {}
  }

  private final ServerName name;
  private final Login admin;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable Look newest;
  private volatile long worked = System.nanoTime() - PAUSE.toNanos();

  /**
   * @param admin to a database that is always there
   */
  ServerHealth(ServerName name, Login admin) {
    this.name = name;
    this.admin = admin.impatient();
  }

  /** How many connections were free at the last look; throws if the server is away. */
  int free() {
    return switch (newest) {
      case Look.Answers(int free) -> free;
      case Look.Away(long until) -> back(until);
      case null -> first();
    };
  }

  boolean isAway() {
    return newest instanceof Look.Away;
  }

  /** A connection was there: for a while, requests need not try the port first. */
  void worked() {
    worked = System.nanoTime();
  }

  boolean hasWorkedJustNow() {
    return System.nanoTime() - worked < PAUSE.toNanos();
  }

  /** Tries the port, as a pool would try it for as long as a request may wait. */
  void reach() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(admin.host(), admin.port()), PORT_MILLIS);
    } catch (IOException e) {
      suspect();
    }
  }

  /** Looks whether the server is away, because a connection broke or could not be made. */
  void suspect() {
    if (looking.tryLock()) {
      try {
        look();
      } finally {
        looking.unlock();
      }
    }
    if (isAway()) {
      throw away();
    }
  }

  /** Requests that come before the first look is done wait for it. */
  private int first() {
    looking.lock();
    try {
      if (newest == null) {
        look();
      }
    } finally {
      looking.unlock();
    }
    return free();
  }

  private int back(long until) {
    if (System.nanoTime() - until < 0 || !looking.tryLock()) {
      throw away();
    }
    try {
      look();
    } finally {
      looking.unlock();
    }
    if (newest instanceof Look.Answers(int free)) {
      log.info("server {} ({}) answers again", name, admin.address());
      return free;
    }
    throw away();
  }

  private void look() {
    try (Connection connection = admin.reading().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(FREE)) {
      row.next();
      newest = new Look.Answers(Math.max(1, row.getInt(1) - SPARED));
    } catch (SQLException e) {
      if (!isAway()) {
        log.warn("server {} ({}) does not answer: {}", name, admin.address(), e.getMessage());
      }
      newest = new Look.Away(System.nanoTime() + PAUSE.toNanos());
    }
  }

  private RetryLater away() {
    return new RetryLater(
        ProblemType.UNAVAILABLE,
        "The server " + name + ", which this tenant is on, does not answer just now",
        PAUSE);
  }
}
