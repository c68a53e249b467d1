package shareddb.learn.classroom;

import java.util.List;
import java.util.Optional;
import shareddb.base.names.LearnerName;

/** The result of reading a roster: its learners, or everything that is wrong with it. */
public sealed interface RosterResult {

  /** One line of the roster. */
  record Entry(long line, LearnerName name, Optional<String> email) {}

  /** What is wrong with one line. The header is line 1. */
  record Problem(long line, String what) {}

  /** Every line is a learner. */
  record Complete(List<Entry> entries) implements RosterResult {}

  /** At least one line is wrong. */
  record Faulty(List<Problem> problems) implements RosterResult {}
}
