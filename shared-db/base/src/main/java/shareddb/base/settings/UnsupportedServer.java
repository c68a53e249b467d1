package shareddb.base.settings;

import java.sql.SQLException;

/** A server that is older than the tool supports. */
public final class UnsupportedServer extends SQLException {

  private static final long serialVersionUID = 1L;

  /** The oldest major version that is supported. */
  public static final int OLDEST = 15;

  UnsupportedServer(Login login, String version) {
    super(
        "the server at "
            + login.address()
            + " is PostgreSQL "
            + version
            + ", and PostgreSQL "
            + OLDEST
            + " or newer is needed",
        "0A000");
  }
}
