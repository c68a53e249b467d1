package workshop.userauthtodo;

import java.time.Instant;

/**
 * What a password is checked against.
 *
 * @param changedAt tells whether it is still the same password when the check is over
 */
record Credentials(long userId, Email email, String hash, Instant changedAt) {

  /** Without the hash, so that it gets into no log. */
  @Override
  public String toString() {
    return "Credentials of user " + userId;
  }
}
