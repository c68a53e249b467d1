package shareddb.learn.classroom;

import java.sql.SQLException;
import java.util.List;
import shareddb.base.names.LearnerName;

/** The result of adding the learners of a roster. */
public sealed interface AddLearnersResult {

  /**
   * All of the roster are in the class now.
   *
   * @param added those who were not before; each has a new key
   * @param already those who were, and stay as they are
   */
  record Added(List<LearnerName> added, List<LearnerName> already) implements AddLearnersResult {}

  /** Some names belong to roles that are no learners of this class. Nothing was changed. */
  record Refused(List<RosterResult.Problem> problems) implements AddLearnersResult {}

  /** The answer to COMMIT was lost: all learners were added, or none. */
  record Unknown(SQLException error) implements AddLearnersResult {}
}
