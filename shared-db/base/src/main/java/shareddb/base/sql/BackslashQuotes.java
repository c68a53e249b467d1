package shareddb.base.sql;

/**
 * The meaning of a backslash in plain single quotes, as {@code standard_conforming_strings} sets
 * it.
 */
public enum BackslashQuotes {
  /** An ordinary character. This is the default of Postgres. */
  STANDARD,
  /** It escapes the next character. */
  WITH_BACKSLASHES
}
