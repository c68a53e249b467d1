package shareddb.tenants.relocate.place;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.jdbc.TransactionLimit;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;

/**
 * The sessions of a move: one reads the source, one writes the destination, and one says in the
 * registries' database who serves. Where two of the places are in one database, two sessions are in
 * it: what one of them has not committed, the others do not see.
 */
public record RelocationSessions(Connection source, Connection destination, Connection registry) {

  /** Both sides must give each value in the same form; and no setting of theirs may end it. */
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
