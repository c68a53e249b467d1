package shareddb.base.jdbc;

import java.sql.SQLException;

/** What became of a transaction that was to be committed. */
public sealed interface CommitOutcome {

  /** All of it is there, even where the server's answer was lost. */
  record Committed() implements CommitOutcome {}

  /** Nothing of it is there. */
  record RolledBack(SQLException error) implements CommitOutcome {}

  /** The answer was lost, and the server could not tell, or not in time. */
  record Unknown(SQLException error) implements CommitOutcome {}
}
