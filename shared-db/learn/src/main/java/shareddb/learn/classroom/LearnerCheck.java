package shareddb.learn.classroom;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import shareddb.base.jdbc.Query;
import shareddb.learn.progress.CheckRecord;

/** The last run of one check, and whose it was. */
public record LearnerCheck(String learner, CheckRecord check) {

  /** All checks of all learners. */
  public static List<LearnerCheck> all(ClassDatabase database) throws SQLException {
    String sql = "SELECT * FROM class.check_record ORDER BY learner, exercise, at, what";
    try (Connection connection = database.admin().reading().connect()) {
      return Query.of(connection, sql)
          .list(row -> new LearnerCheck(row.getString("learner"), DatabaseProgress.check(row)));
    }
  }
}
