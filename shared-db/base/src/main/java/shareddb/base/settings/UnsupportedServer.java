package shareddb.base.settings;

import java.sql.SQLException;

/** A server that the tool does not work with, and what to do about it. */
public final class UnsupportedServer extends SQLException {

  private static final long serialVersionUID = 1L;

  /** The oldest major version that is supported. */
  public static final int OLDEST = 15;

  private final String next;

  private UnsupportedServer(String message, String next) {
    super(message, "0A000");
    this.next = next;
  }

  static UnsupportedServer tooOld(Login login, String version) {
    return new UnsupportedServer(
        "the server at %s is PostgreSQL %s, and PostgreSQL %d or newer is needed"
            .formatted(login.address(), version, OLDEST),
        "name a newer server in POSTGRES_URL, or start one without it:  ./db start");
  }

  /**
   * The address is that of a connection pooler.
   *
   * @param sign how that was seen
   */
  static UnsupportedServer pooler(Login login, String sign) {
    return new UnsupportedServer(
        "a connection pooler answers at %s (%s). The tool needs sessions of its own: in a pooler its"
                .formatted(login.address(), sign)
            + " locks would stay behind and shut the next run out",
        "name the server itself in POSTGRES_URL (or POSTGRES_HOST and POSTGRES_PORT); for the APIs"
            + " set"
            + " %s=postgresql://%s".formatted(Pooler.NAME, login.address()));
  }

  /** What to do, with a command or a setting. */
  public String next() {
    return next;
  }
}
