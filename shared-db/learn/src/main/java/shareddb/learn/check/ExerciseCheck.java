package shareddb.learn.check;

import java.io.IOException;
import java.sql.SQLException;
import shareddb.learn.trial.Trial;

/** One check of an exercise. */
@FunctionalInterface
interface ExerciseCheck {

  CheckResult run(Trial trial) throws SQLException, IOException;
}
