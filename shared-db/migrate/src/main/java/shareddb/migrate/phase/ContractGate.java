package shareddb.migrate.phase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.BackfillScript;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.history.TrackState;

/**
 * Decides whether a contract may run. The rows decide, not a record: the proof of the back-fill
 * script must return no row. Where there is no proof, all tables must be empty.
 */
public final class ContractGate {

  private static final int EXAMPLES = 3;

  private ContractGate() {}

  /**
   * The reason why the contract must wait. Empty if it may run, and if it is no contract.
   *
   * @param state the target's state
   */
  static Optional<WaitingContract> of(
      Connection connection, Target target, TrackState state, Migration contract)
      throws SQLException {
    if (!contract.isContract()) {
      return Optional.empty();
    }
    Version expanded = contract.contractOf().orElseThrow();
    Migration expand = state.migration(expanded).orElseThrow();
    boolean isExpanded = state.applied().containsKey(expanded);
    if (isExpanded && expand.backfill().isPresent()) {
      UnprovenRows rows = proof(connection, target, BackfillScript.of(expand.backfill().get()));
      return rows.isProof() ? Optional.empty() : Optional.of(new WaitingContract(contract, rows));
    }
    return hasRows(connection, target.schema())
        ? Optional.of(new WaitingContract(contract, UnprovenRows.NONE))
        : Optional.empty();
  }

  /** The same for the first of these migrations, if there is one. */
  public static Optional<WaitingContract> first(
      Connection connection, Target target, TrackState state, List<Migration> pending)
      throws SQLException {
    return pending.isEmpty() ? Optional.empty() : of(connection, target, state, pending.getFirst());
  }

  /** Runs the proof of a back-fill script. */
  public static UnprovenRows proof(Connection connection, Target target, BackfillScript script)
      throws SQLException {
    String proof = BackfillScript.on(script.proof(), target, "true");
    long count =
        Query.of(connection, "SELECT count(*) FROM (" + proof + "\n) AS unproven")
            .one(row -> row.getLong(1));
    List<String> examples =
        count == 0
            ? List.of()
            : Query.of(
                    connection,
                    "SELECT to_jsonb(unproven)::text FROM (%s\n) AS unproven LIMIT %d"
                        .formatted(proof, EXAMPLES))
                .list(row -> row.getString(1));
    return new UnprovenRows(count, examples);
  }

  private static boolean hasRows(Connection connection, SchemaName schema) throws SQLException {
    String sql =
        """
        SELECT relname
        FROM pg_catalog.pg_class AS class
        JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
        WHERE namespace.nspname = ? AND class.relkind = 'r' AND class.relname <> ?
        """;
    for (String table :
        Query.of(connection, sql, schema.value(), Target.HISTORY_TABLE)
            .list(row -> row.getString(1))) {
      String any = "SELECT EXISTS (SELECT FROM " + schema.quoted(table) + ")";
      if (Query.of(connection, any).isTrue()) {
        return true;
      }
    }
    return false;
  }
}
