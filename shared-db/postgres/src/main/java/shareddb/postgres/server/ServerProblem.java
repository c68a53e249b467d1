package shareddb.postgres.server;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A problem with a server.
 *
 * @param what what happened
 * @param where the address, folder or program; may be empty
 * @param numbers the figures; may be empty
 * @param next the next step or command
 */
public record ServerProblem(String what, String where, String numbers, String next) {

  /**
   * The checkout's own server is running, and the settings name another port.
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

  /** The problem on one line, for an exception's message. */
  public String line() {
    return Stream.of(what, where, numbers, "next: " + next)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
