package workshop.userauthtodo.account;

import java.time.Instant;

/**
 * The data that a password is checked against.
 *
 * @param passwordChangedAt tells whether it is still the same password when the check is over
 */
record Credentials(long userId, String email, String hash, Instant passwordChangedAt) {

  /** Without the hash, so that no log shows it. */
  @Override
  public String toString() {
    return "Credentials of user " + userId;
  }
}
