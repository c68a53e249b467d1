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
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;

/**
 * Whether a server answers, and how many connections it has to spare. While it is away, one request
 * a second looks, and all others are told at once to come back.
 */
final class ServerHealth {

  /** For how long nobody looks again. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final int PORT_MILLIS = 1000;

  /** For people who want to see what is wrong. */
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

  /** What the newest look said. */
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

  /** How many connections were free when it was found to answer; throws where it is away. */
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

  /** Somebody got an answer: for a while nobody needs to ask whether one can be got. */
  void worked() {
    worked = System.nanoTime();
  }

  boolean hasWorkedJustNow() {
    return System.nanoTime() - worked < PAUSE.toNanos();
  }

  /** Whether the port is open: a pool would try it for as long as a request may wait. */
  void reach() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(admin.host(), admin.port()), PORT_MILLIS);
    } catch (IOException e) {
      suspect();
    }
  }

  /** A connection broke, or could not be made: looks whether it is the server. */
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

  /** All who come before anybody knows anything wait for the first. */
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

  private ProblemException away() {
    return ProblemException.retryAfter(
        ProblemType.UNAVAILABLE,
        "The server " + name + ", which this tenant is on, does not answer just now",
        PAUSE);
  }
}
