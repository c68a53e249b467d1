package shareddb.move;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import shareddb.jdbc.Query;
import shareddb.jdbc.TransactionLimit;
import shareddb.migrate.Target;

/**
 * Keeps writers out of the source until the switch is done. Where the source is in the registries'
 * database, gate and switch are one transaction. Else no transaction is in both, and whoever loses
 * the session with the gate does not know it: so before the switch it is written down, for a
 * minute, that nobody writes there, and the switch has less time than that.
 */
final class Fence implements AutoCloseable {

  private static final String CLOSED_FOR = "60 s";
  private static final Duration SWITCH_TAKES_AT_MOST = Duration.ofSeconds(20);

  private final Target source;
  private final Connection registry;
  private final Optional<Connection> apart;
  private boolean closed;

  /** Open as yet. */
  Fence(Move move, Connection registry) throws SQLException {
    this.source = move.from().target();
    this.registry = registry;
    this.apart =
        Databases.areOne(source.admin(), move.registries())
            ? Optional.empty()
            : Optional.of(Lanes.connect(source.admin()));
  }

  /** Whether it could be. */
  boolean shut(Place from) throws SQLException {
    return ShutGate.in(apart.orElse(registry), from.gate());
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
    try (Connection connection = Lanes.connect(source.admin())) {
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
