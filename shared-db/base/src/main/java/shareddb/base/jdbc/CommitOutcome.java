package shareddb.base.jdbc;

import java.sql.SQLException;

/** The outcome of a COMMIT. */
public sealed interface CommitOutcome {

  /** The transaction was committed, even if the server's answer was lost. */
  record Committed() implements CommitOutcome {}

  /** The transaction was rolled back. */
  record RolledBack(SQLException error) implements CommitOutcome {}

  /** The answer was lost, and the server did not know the status, or did not answer in time. */
  record Unknown(SQLException error) implements CommitOutcome {}
}
