package shareddb.move;

import shareddb.settings.Login;

/** Whether two logins lead to the same rows. */
final class Databases {

  private Databases() {}

  static boolean areOne(Login one, Login other) {
    return one.host().equals(other.host())
        && one.port() == other.port()
        && one.database().equals(other.database());
  }
}
