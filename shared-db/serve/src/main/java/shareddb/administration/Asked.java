package shareddb.administration;

import java.sql.SQLException;

/** Asks the database in a handler, which knows no checked exceptions. */
final class Asked {

  /** What is asked. */
  interface Question<R> {
    R ask() throws SQLException;
  }

  private Asked() {}

  static <R> R of(Question<R> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
