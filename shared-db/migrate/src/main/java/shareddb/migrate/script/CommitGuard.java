package shareddb.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.jdbc.Query;

/**
 * Keeps a transaction from being committed by a script that runs in it: two equal rows wait for a
 * check that Postgres makes at the commit, and only the owner of the transaction takes them away.
 */
public final class CommitGuard {

  private static final String NAME = "workshop_commit_guard";

  public static final String RELEASE = "DELETE FROM pg_temp." + NAME;

  private CommitGuard() {}

  public static void raise(Connection connection) throws SQLException {
    Query.execute(
        connection,
        """
        CREATE TEMPORARY TABLE %1$s (
            id int CONSTRAINT %1$s_holds PRIMARY KEY DEFERRABLE INITIALLY DEFERRED
        ) ON COMMIT DROP;
        INSERT INTO pg_temp.%1$s VALUES (1), (1)
        """
            .formatted(NAME));
  }

  public static void release(Connection connection) throws SQLException {
    Query.execute(connection, RELEASE);
  }

  /** In words, where it was this guard that refused. */
  public static StatementError explained(StatementError error) {
    return error.message().contains(NAME)
        ? new StatementError(
            error.sqlState(),
            "the script commits by itself, in the middle of what must be done as a whole",
            error.detail(),
            error.hint())
        : error;
  }
}
