package shareddb.tenants.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;

/** Whoever makes or removes tenants of a module does it alone; the others wait for their turn. */
public final class RegistryLock {

  /** Who has it, in the words of whoever does not get it. */
  public static final String SOMEBODY = "somebody else makes or removes tenants of this module";

  private static final String TIMEOUT = "55P03";

  /** What is done alone. */
  public interface Work<R> {
    R run() throws SQLException;
  }

  private RegistryLock() {}

  /** Nothing, and nothing done, where somebody else had it for too long. */
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
