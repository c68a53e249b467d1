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
 * Keeps writers out of the source until the switch is done. Where the source is in the registries'
 * database, gate and switch are one transaction. Else no transaction is in both, and whoever loses
 * the session with the gate does not know it: so before the switch it is written down, for a
 * minute, that nobody writes there, and the switch has less time than that.
 */
final class WriteFence implements AutoCloseable {

  private static final String CLOSED_FOR = "60 s";
  private static final Duration SWITCH_TAKES_AT_MOST = Duration.ofSeconds(20);

  private final Target source;
  private final Connection registry;
  private final Optional<Connection> apart;
  private boolean closed;

  /** Open as yet. */
  WriteFence(Relocation move, Connection registry) throws SQLException {
    this.source = move.from().target();
    this.registry = registry;
    this.apart =
        SameDatabase.areOne(source.admin(), move.registries())
            ? Optional.empty()
            : Optional.of(RelocationSessions.connect(source.admin()));
  }

  /** Whether it could be. */
  boolean shut(RelocationPlace from) throws SQLException {
    return WriteLock.in(apart.orElse(registry), from.gate());
  }

  /** What comes now is the transaction of the switch. */
  void hold() throws SQLException {
    if (apart.isPresent()) {
      closed = true;
      close("clock_timestamp() + interval '" + CLOSED_FOR + "'");
      registry.setAutoCommit(false);
      TransactionLimit.set(registry, SWITCH_TAKES_AT_MOST);
    }
  }

  /** From now on it may be that nobody is served there any more. */
  void commit() throws SQLException {
    closed = false;
    registry.commit();
  }

  /** Committed at once: it counts for whoever gets past the gate. */
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
