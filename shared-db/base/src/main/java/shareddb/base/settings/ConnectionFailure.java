package shareddb.base.settings;

import java.sql.SQLException;

/** A server that was not reached, or did not let anybody in: the driver's words do not name it. */
public final class ConnectionFailure extends SQLException {

  private static final long serialVersionUID = 1L;

  private final String address;

  /** In the place of the driver's own: with its words, its state and its cause. */
  ConnectionFailure(Login login, SQLException driver) {
    super(driver.getMessage(), driver.getSQLState(), driver.getCause());
    setStackTrace(driver.getStackTrace());
    this.address = login.address();
  }

  /** Host and port, as a person reads them. */
  public String address() {
    return address;
  }
}
