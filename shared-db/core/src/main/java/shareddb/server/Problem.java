package shareddb.server;

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
public record Problem(String what, String where, String numbers, String next) {

  /** In one line, as an exception carries it. */
  public String line() {
    return Stream.of(what, where, numbers, "next: " + next)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
