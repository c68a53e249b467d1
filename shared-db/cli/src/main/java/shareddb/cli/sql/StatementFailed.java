package shareddb.cli.sql;

import java.sql.SQLException;

/** A statement that Postgres refused; nothing behind it was run. */
public final class StatementFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StatementFailed(String complaint, SQLException cause) {
    super(complaint, cause);
  }
}
