package shareddb.tenants.relocate.place;

import shareddb.base.settings.Login;

/** Whether two logins lead to the same rows. */
public final class SameDatabase {

  private SameDatabase() {}

  public static boolean areOne(Login one, Login other) {
    return one.host().equals(other.host())
        && one.port() == other.port()
        && one.database().equals(other.database());
  }
}
