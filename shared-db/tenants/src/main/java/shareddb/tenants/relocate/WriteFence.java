package shareddb.tenants.relocate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.jdbc.TransactionLimit;
import shareddb.base.track.Target;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.RelocationSessions;
import shareddb.tenants.relocate.place.SameDatabase;

/**
 * Blocks writes at the source until the switch is done. If the source is in the registries'
 * database, one transaction holds the write lock and switches. Otherwise two sessions are needed,
 * and the switching session does not notice if the session with the write lock is lost. Therefore
 * {@code hold()} writes to the source's table {@code gate} that writes are closed for a minute, and
 * the switch has less time than that.
 */
final class WriteFence implements AutoCloseable {

  private static final String CLOSED_FOR = "60 s";
  private static final Duration SWITCH_TAKES_AT_MOST = Duration.ofSeconds(20);

  private final Target source;
  private final Connection registry;
  private final Optional<Connection> apart;
  private boolean closed;

  /** Blocks no writes yet. */
  WriteFence(Relocation move, Connection registry) throws SQLException {
    this.source = move.from().target();
    this.registry = registry;
    this.apart =
        SameDatabase.areOne(source.admin(), move.registries())
            ? Optional.empty()
            : Optional.of(RelocationSessions.connect(source.admin()));
  }

  /** Takes the write lock; false if transactions that write did not end in time. */
  boolean shut(RelocationPlace from) throws SQLException {
    return WriteLock.in(apart.orElse(registry), from.gate());
  }

  /** The caller's next statements are the transaction of the switch. */
  void hold() throws SQLException {
    if (apart.isPresent()) {
      closed = true;
      close("clock_timestamp() + interval '" + CLOSED_FOR + "'");
      registry.setAutoCommit(false);
      TransactionLimit.set(registry, SWITCH_TAKES_AT_MOST);
    }
  }

  /**
   * Commits the switch. From here on the source may no longer serve the tenant, so {@code close()}
   * leaves it closed.
   */
  void commit() throws SQLException {
    closed = false;
    registry.commit();
  }

  /** Commits at once, in a session of its own: it also stops a writer that gets the write lock. */
  private void close(String until) throws SQLException {
    try (Connection connection = RelocationSessions.connect(source.admin())) {
      Query.execute(
          connection, "UPDATE " + source.schema().quoted("gate") + " SET closed_until = " + until);
    }
  }

  @Override
  public void close() throws SQLException {
    if (apart.isPresent()) {
      apart.get().close();
      if (closed) {
        close("NULL");
      }
    }
  }
}
