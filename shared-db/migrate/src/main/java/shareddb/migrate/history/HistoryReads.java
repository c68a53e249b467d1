package shareddb.migrate.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shareddb.base.names.SchemaName;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.BlockerQuery;
import shareddb.migrate.lock.LockRetries;

/**
 * The data that was read of many schemas, and the sessions that keep the other schemas locked. All
 * locked schemas together cost one wait, and the others are still read.
 */
public record HistoryReads<T>(Map<SchemaName, T> read, Map<SchemaName, Blocker> locked) {

  private static final int ATTEMPTS = 3;

  /** Reads some schemas of one database. */
  public interface Reader<T> {
    Map<SchemaName, T> read(Connection connection, List<SchemaName> schemas) throws SQLException;
  }

  /** Reads all schemas that are not locked. The connection must be in no transaction. */
  public static <T> HistoryReads<T> of(
      Connection connection, Collection<SchemaName> schemas, Reader<T> reader) throws SQLException {
    List<SchemaName> left = new ArrayList<>(schemas);
    Map<SchemaName, Blocker> locked = new HashMap<>();
    for (int vain = 0; ; ) {
      try {
        return new HistoryReads<>(reader.read(connection, left), locked);
      } catch (SQLException e) {
        Map<SchemaName, Blocker> found =
            LockRetries.isForLock(e.getSQLState())
                ? BlockerQuery.ofReads(connection, left)
                : Map.of();
        if (found.isEmpty() && (!LockRetries.isForLock(e.getSQLState()) || ++vain == ATTEMPTS)) {
          throw e;
        }
        locked.putAll(found);
        left.removeAll(found.keySet());
      }
    }
  }
}
