package shareddb.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.jdbc.Query;

/**
 * Keeps a script from committing the transaction in which it runs. Two equal rows violate a
 * constraint that Postgres checks at COMMIT. Only the owner of the transaction deletes them.
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

  /** A clear message, if this guard refused the COMMIT. */
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
