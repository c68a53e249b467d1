package shareddb.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes times and durations for people. */
public final class TimeText {

  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private TimeText() {}

  /** A time in the user's time zone. */
  public static String of(Instant instant) {
    return FORM.format(instant.atZone(ZoneId.systemDefault()));
  }

  public static String took(Duration duration) {
    return duration.toMillis() < 10_000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
  }
}
