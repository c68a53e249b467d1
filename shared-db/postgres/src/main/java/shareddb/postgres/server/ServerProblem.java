package shareddb.postgres.server;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that went wrong with a server.
 *
 * @param what what happened
 * @param where on which address, folder or program; empty where there is nothing to say
 * @param numbers the figures that belong to it; empty where there are none
 * @param next what to do or to type next
 */
public record ServerProblem(String what, String where, String numbers, String next) {

  /**
   * The checkout's own server runs, and the settings name another port.
   *
   * @param what its process or container
   */
  public static ServerProblem onAnotherPort(String actual, int wanted, String what) {
    return new ServerProblem(
        "the server runs already, on another port",
        "127.0.0.1:" + actual,
        "the settings say " + wanted + ", " + what,
        "set POSTGRES_PORT=" + actual + ", or  ./db stop, then ./db start");
  }

  /** In one line, as an exception carries it. */
  public String line() {
    return Stream.of(what, where, numbers, "next: " + next)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
