package shareddb.base.sql;

/**
 * The reason why a text cannot be read to its end.
 *
 * @param line the line on which the problem begins, counted from 1
 * @param what the problem in words: {@code a string that is not closed}
 */
public record UnreadableSql(int line, String what) {}
