package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shareddb.names.SchemaName;

/**
 * What was read of many schemas, and which sessions keep the others locked. One that is locked
 * costs one wait for all of them, and not the answers of the others.
 */
public record SchemaReads<T>(Map<SchemaName, T> read, Map<SchemaName, Blocker> locked) {

  private static final int ATTEMPTS = 3;

  /** What is read of some schemas of one database. */
  public interface Reader<T> {
    Map<SchemaName, T> read(Connection connection, List<SchemaName> schemas) throws SQLException;
  }

  /** The connection is in no transaction. */
  public static <T> SchemaReads<T> of(
      Connection connection, Collection<SchemaName> schemas, Reader<T> reader) throws SQLException {
    List<SchemaName> left = new ArrayList<>(schemas);
    Map<SchemaName, Blocker> locked = new HashMap<>();
    for (int vain = 0; ; ) {
      try {
        return new SchemaReads<>(reader.read(connection, left), locked);
      } catch (SQLException e) {
        Map<SchemaName, Blocker> found =
            Retries.isForLock(e.getSQLState()) ? Blockers.ofReads(connection, left) : Map.of();
        if (found.isEmpty() && (!Retries.isForLock(e.getSQLState()) || ++vain == ATTEMPTS)) {
          throw e;
        }
        locked.putAll(found);
        left.removeAll(found.keySet());
      }
    }
  }
}
