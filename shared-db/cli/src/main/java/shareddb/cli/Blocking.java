package shareddb.cli;

import java.time.Duration;
import shareddb.migrate.Blocker;
import shareddb.migrate.Holder;

/** How somebody who is in the way is told, and how to get past. */
final class Blocking {

  private static final int LONGEST = 120;

  private Blocking() {}

  static String who(Holder holder) {
    return who(holder.application(), holder.user(), holder.pid());
  }

  static String who(Blocker blocker) {
    return who(blocker.application(), blocker.user(), blocker.pid());
  }

  /** What happened, to append to what it happened to. */
  static String what(Blocker blocker) {
    return who(blocker)
        + " holds a lock that is needed, and did not let go of it\n  it is "
        + blocker.state()
        + ", its transaction open for "
        + age(blocker.age())
        + "; its query: "
        + oneLine(blocker.query());
  }

  /** Both ways out: to wait, or to end that session. */
  static String next(Blocker blocker, Chosen chosen, String command) {
    return "wait for it to end, then  "
        + chosen.command(command)
        + "\nor end it:  "
        + chosen.command("sql")
        + " --admin \"SELECT pg_terminate_backend("
        + blocker.pid()
        + ")\"";
  }

  private static String who(String application, String user, int pid) {
    return (application.isEmpty() ? "a session" : application)
        + " of user "
        + user
        + " (session "
        + pid
        + ")";
  }

  private static String age(Duration age) {
    if (age.toSeconds() < 120) {
      return age.toSeconds() + " s";
    }
    return age.toMinutes() < 120 ? age.toMinutes() + " min" : age.toHours() + " h";
  }

  private static String oneLine(String query) {
    String line = query.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "...";
  }
}
