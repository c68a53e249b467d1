package shareddb.tenants.fleet.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import shareddb.base.settings.Login;
import shareddb.tenants.fleet.targets.UnreachableDatabase;

/**
 * The connection of one worker, which is kept from target to target while they share a login. A
 * server that did not answer once is not asked again.
 */
final class QuerySession implements AutoCloseable {

  /** The servers that do not answer, with the reasons; all workers share them. */
  static final class Outages {
    private final Map<String, String> away = new ConcurrentHashMap<>();
  }

  private final Outages outages;
  private @Nullable Connection connection;
  private @Nullable Login login;

  QuerySession(Outages outages) {
    this.outages = outages;
  }

  Connection to(Login wanted) throws SQLException {
    Connection open = connection;
    if (open != null && wanted.equals(login) && !open.isClosed()) {
      return open;
    }
    close();
    String known = outages.away.get(wanted.address());
    if (known != null) {
      throw new SQLException(known, "08001");
    }
    try {
      open = wanted.impatient().connect();
    } catch (SQLException e) {
      if (!UnreachableDatabase.isOfServer(e)) {
        throw e;
      }
      String why = UnreachableDatabase.said(wanted, e);
      outages.away.putIfAbsent(wanted.address(), why);
      throw new SQLException(why, e.getSQLState(), e);
    }
    open.setAutoCommit(false);
    connection = open;
    login = wanted;
    return open;
  }

  /** Ends the transaction without changes. A connection that cannot do that is not used again. */
  void rollback() {
    Connection open = connection;
    try {
      if (open != null) {
        open.rollback();
      }
    } catch (SQLException e) {
      close();
    }
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        // The connection is closed in any case, so there is nothing to do.
        return;
      }
    }
  }
}
