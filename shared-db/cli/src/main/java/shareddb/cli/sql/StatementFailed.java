package shareddb.cli.sql;

import java.sql.SQLException;

/** Thrown if Postgres refuses a statement; no later statement was run. */
public final class StatementFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StatementFailed(String complaint, SQLException cause) {
    super(complaint, cause);
  }
}
