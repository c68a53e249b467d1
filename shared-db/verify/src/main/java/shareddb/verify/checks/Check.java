package shareddb.verify.checks;

import java.sql.SQLException;

/** One line of the checklist. */
public interface Check {

  String title();

  CheckOutcome look(CheckContext scene) throws SQLException;
}
