package shareddb.verify;

import java.sql.SQLException;

/** One line of the checklist. */
interface Check {

  String title();

  Outcome look(Scene scene) throws SQLException;
}
