package shareddb.tenants.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;

/**
 * The advisory lock of a module's registry. A session holds it while it makes or removes tenants,
 * so that other sessions wait for their turn.
 */
public final class RegistryLock {

  /** The message if another session holds the lock. */
  public static final String ANOTHER_SESSION =
      "another session adds or removes tenants of this module";

  private static final String TIMEOUT = "55P03";

  /** The work that runs while the lock is held. */
  public interface Work<R> {
    R run() throws SQLException;
  }

  private RegistryLock() {}

  /**
   * Runs the work while a connection of its own holds the lock. Empty if another session held the
   * lock for longer than the patience; the work has not run then.
   */
  public static <R> Optional<R> during(TenantRegistry registry, Duration patience, Work<R> work)
      throws SQLException {
    Login patient = registry.admin().withSession(WaitLimits.lockTimeout(patience));
    try (Connection connection = patient.connect()) {
      return isTaken(connection, registry.module()) ? Optional.of(work.run()) : Optional.empty();
    }
  }

  private static boolean isTaken(Connection connection, TenantModule module) throws SQLException {
    String sql = "SELECT pg_advisory_lock(hashtextextended('workshop tenants: ' || ?, 0))";
    try {
      Query.of(connection, sql, module.name().value()).each(row -> {});
      return true;
    } catch (SQLException e) {
      if (TIMEOUT.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }
}
