package workshop.usersandanalytics;

import java.util.UUID;

/** What analytics says to an event. */
sealed interface Verdict {

  UUID event();

  /** It counts, and once: it was new, or had come before. */
  record Taken(UUID event) implements Verdict {}

  /** There is something wrong with it. What comes behind it of the same user was not looked at. */
  record Refused(UUID event, String why) implements Verdict {}
}
