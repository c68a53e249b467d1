package shareddb.verify.checks;

import java.sql.SQLException;

/** One check of the checklist. */
public interface Check {

  String title();

  CheckOutcome look(CheckContext scene) throws SQLException;
}
