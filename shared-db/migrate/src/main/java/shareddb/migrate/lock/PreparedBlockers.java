package shareddb.migrate.lock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;

/**
 * Finds prepared transactions (PREPARE TRANSACTION) that hold a lock. No session has them any more,
 * so that pg_blocking_pids gives 0 for them.
 */
final class PreparedBlockers {

  /** Each prepared transaction also holds a lock on its own id, which leads to its name. */
  private static final String PREPARED =
      """
      SELECT gid, owner, extract(epoch FROM clock_timestamp() - prepared)::bigint AS seconds,
             nspname AS subject
      FROM pg_catalog.pg_prepared_xacts AS transaction
      JOIN pg_catalog.pg_locks AS own
        ON own.locktype = 'transactionid' AND own.transactionid = transaction.transaction
          AND own.pid IS NULL AND own.granted
      JOIN pg_catalog.pg_locks AS held
        ON held.virtualtransaction = own.virtualtransaction AND held.pid IS NULL AND held.granted
      LEFT JOIN pg_catalog.pg_class AS class
        ON class.oid = held.relation AND transaction.database = current_database()
      LEFT JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
      """;

  private static final String OF_WAITING =
      PREPARED
          + """
          JOIN pg_catalog.pg_locks AS wanted
            ON (wanted.locktype, wanted.database, wanted.relation, wanted.page, wanted.tuple,
                wanted.virtualxid, wanted.transactionid, wanted.classid, wanted.objid,
                wanted.objsubid)
              IS NOT DISTINCT FROM
               (held.locktype, held.database, held.relation, held.page, held.tuple,
                held.virtualxid, held.transactionid, held.classid, held.objid, held.objsubid)
          WHERE wanted.pid = ? AND NOT wanted.granted
          """;

  private static final String IN_SCHEMAS = PREPARED + "WHERE nspname = ANY (?) AND held.mode ~ ?";

  private static final String ANYWHERE =
      PREPARED + "WHERE nspname NOT LIKE 'pg\\_%' AND held.mode = 'AccessExclusiveLock'";

  private PreparedBlockers() {}

  /** The prepared transaction that this session waits for now. */
  static Optional<Blocker> ofWaiting(Connection connection, int pid) throws SQLException {
    return Query.of(connection, OF_WAITING, pid).first(PreparedBlockers::blocker);
  }

  /** The prepared transactions that keep sessions from reading, by schema. */
  static Map<SchemaName, Blocker> ofReads(Connection connection, Collection<SchemaName> schemas)
      throws SQLException {
    return inSchemas(connection, schemas, "^AccessExclusiveLock$");
  }

  /** The prepared transaction that holds any lock in this schema. */
  static Optional<Blocker> of(Connection connection, SchemaName schema) throws SQLException {
    return inSchemas(connection, List.of(schema), "").values().stream().findFirst();
  }

  /** The prepared transaction that keeps sessions from reading anywhere in this database. */
  static Optional<Blocker> ofAnyRead(Connection connection) throws SQLException {
    return Query.of(connection, ANYWHERE).first(PreparedBlockers::blocker);
  }

  private static Map<SchemaName, Blocker> inSchemas(
      Connection connection, Collection<SchemaName> schemas, String modes) throws SQLException {
    Map<SchemaName, Blocker> blockers = new HashMap<>();
    Query.of(connection, IN_SCHEMAS, schemas.stream().map(SchemaName::value).toList(), modes)
        .each(row -> blockers.put(new SchemaName(row.getString("subject")), blocker(row)));
    return blockers;
  }

  private static Blocker blocker(ResultSet row) throws SQLException {
    return new Blocker(
        0,
        row.getString("owner"),
        "",
        "prepared",
        "",
        Duration.ofSeconds(row.getLong("seconds")),
        Optional.of(row.getString("gid")));
  }
}
