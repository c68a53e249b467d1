package shareddb.base.settings;

import java.sql.SQLException;

/**
 * A server that could not be reached or refused the login. It adds the address, which the driver's
 * message lacks.
 */
public final class ConnectionFailure extends SQLException {

  private static final long serialVersionUID = 1L;

  private final String address;

  /** Replaces the driver's exception, with the same message, SQLSTATE and cause. */
  ConnectionFailure(Login login, SQLException driver) {
    super(driver.getMessage(), driver.getSQLState(), driver.getCause());
    setStackTrace(driver.getStackTrace());
    this.address = login.address();
  }

  /** Host and port, as people read them. */
  public String address() {
    return address;
  }
}
