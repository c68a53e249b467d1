package shareddb.base.jdbc;

import java.sql.SQLException;

/**
 * A connection was lost during the work, and the server could not be asked whether the work was
 * done.
 */
public final class OutcomeUnknown extends SQLException {

  private static final long serialVersionUID = 1L;

  public OutcomeUnknown(SQLException loss) {
    super(loss.getMessage(), loss.getSQLState(), loss);
  }
}
