package shareddb.base.sql;

/**
 * Why a text cannot be read to its end.
 *
 * @param line where it begins, the first line of the text being 1
 * @param what in words: {@code a string that is not closed}
 */
public record UnreadableSql(int line, String what) {}
