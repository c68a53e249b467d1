package workshop.userauthtodo.session;

import java.time.Duration;

/**
 * How long sessions live, and how many there are.
 *
 * @param idle how long a session lives without being used
 * @param end how long it lives at most
 * @param most how many an account has: one more login ends the oldest
 */
public record SessionRules(Duration idle, Duration end, int most) {

  public static final SessionRules STANDARD =
      new SessionRules(Duration.ofDays(7), Duration.ofDays(30), 20);
}
