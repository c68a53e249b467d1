package shareddb.learn.progress;

import java.sql.SQLException;
import java.util.Optional;

/** A place that keeps the progress of one learner: a file, or a table of a class. */
public interface ProgressStore {

  /** Empty if nothing is kept yet. */
  Optional<Progress> read() throws SQLException;

  void write(Progress progress) throws SQLException;
}
