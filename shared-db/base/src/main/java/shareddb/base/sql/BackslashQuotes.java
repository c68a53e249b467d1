package shareddb.base.sql;

/** What a backslash means between plain single quotes: {@code standard_conforming_strings}. */
public enum BackslashQuotes {
  /** Nothing; as everywhere unless a session or a database was told otherwise. */
  STANDARD,
  /** It takes the meaning from the character behind it. */
  WITH_BACKSLASHES
}
