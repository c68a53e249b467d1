package shareddb.schema.autogenerate;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import shareddb.base.track.Migration;

/** The version after a track's newest, in the same style. */
final class NextVersion {

  private static final String FIRST = "1";

  /** Versions of this length are times: year, month, day, hours, minutes, and perhaps seconds. */
  private static final Set<Integer> MOMENTS = Set.of(12, 14);

  private NextVersion() {}

  static String after(List<Migration> migrations, Instant now) {
    return migrations.isEmpty() ? FIRST : after(written(migrations.getLast()), now);
  }

  /**
   * {@code 4} gives 5, {@code 009} gives 010, {@code 1.2} gives 1.3, a time gives the current time.
   */
  static String after(String newest, Instant now) {
    if (newest.matches("(19|20|21)[0-9]+") && MOMENTS.contains(newest.length())) {
      return moment(newest, now);
    }
    int last = Math.max(newest.lastIndexOf('.'), newest.lastIndexOf('_')) + 1;
    return newest.substring(0, last) + increased(newest.substring(last));
  }

  private static String moment(String newest, Instant now) {
    String pattern = "yyyyMMddHHmmss".substring(0, newest.length());
    String moment = DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC).format(now);
    // The newest version may be of the same minute, or from a computer whose clock is ahead.
    return moment.compareTo(newest) > 0 ? moment : increased(newest);
  }

  private static String increased(String number) {
    String next = new BigInteger(number).add(BigInteger.ONE).toString();
    return "0".repeat(Math.max(0, number.length() - next.length())) + next;
  }

  /** The version as the file's name writes it, with leading zeros. */
  private static String written(Migration migration) {
    return migration.script().substring(1, migration.script().indexOf("__"));
  }
}
