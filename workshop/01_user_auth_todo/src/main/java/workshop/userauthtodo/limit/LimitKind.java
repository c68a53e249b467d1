package workshop.userauthtodo.limit;

/** What a row of {@code login_limits} counts. */
public enum LimitKind {
  /** Logins to an account from an address that it has been logged in to from before. */
  KNOWN_PLACE,
  /** Logins from an address to accounts that it does not know. */
  ADDRESS,
  /** Logins to an account from all addresses that it does not know. */
  STRANGERS,
  /** Passwords that a user who is signed in types once more. */
  CONFIRMATION,
  /** Accounts made from an address. */
  REGISTRATION
}
