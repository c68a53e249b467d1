package shareddb.learn.lesson;

/**
 * A query that tells whether what a section makes is there.
 *
 * @param track whose schema it is asked in, as it is typed: {@code 02}, {@code 05/users}
 * @param sql one row with true or false
 */
public record SectionQuery(String track, String sql) {}
