package shareddb.tenants.relocate.place;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.jdbc.TransactionLimit;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;

/**
 * The sessions of a relocation: one reads the source, one writes the destination, and one changes
 * the registry. Two of them may be in the same database: neither sees what the other has not
 * committed.
 */
public record RelocationSessions(Connection source, Connection destination, Connection registry) {

  /**
   * Connects with settings under which both sides write each value in the same form, and no timeout
   * ends the session.
   */
  public static Connection connect(Login login) throws SQLException {
    Login patient =
        login.withSession(
            "TimeZone=UTC",
            "DateStyle=ISO",
            "IntervalStyle=postgres",
            "extra_float_digits=1",
            "bytea_output=hex",
            "lc_monetary=C",
            "statement_timeout=0",
            "idle_in_transaction_session_timeout=0",
            "row_security=off",
            "client_min_messages=error",
            WaitLimits.lockTimeout(WaitLimits.PATIENCE));
    return TransactionLimit.lifted(patient.connect());
  }
}
