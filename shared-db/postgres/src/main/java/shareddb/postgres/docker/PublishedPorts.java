package shareddb.postgres.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import shareddb.postgres.server.ServerProblem;

/** The addresses on which Compose publishes the server, in the output of its command config. */
final class PublishedPorts {

  private static final Pattern LOOPBACK =
      Pattern.compile("(host_ip: |- )['\"]?(127\\.|\\[?::1)", Pattern.MULTILINE);

  private PublishedPorts() {}

  /** The problem that machines other than this one reach the server, if they do. */
  static Optional<ServerProblem> beyondLoopback(String config) {
    if (config.contains("network_mode: host")) {
      return Optional.of(problem("network_mode: host"));
    }
    return items(config).stream()
        .filter(item -> !LOOPBACK.matcher(item).find())
        .findFirst()
        .map(item -> problem("ports: " + item.strip().replaceAll("\\s+", " ")));
  }

  /** The items of each list "ports". A line that is indented less than the list ends it. */
  private static List<String> items(String config) {
    List<String> items = new ArrayList<>();
    int list = -1;
    for (String line : config.lines().toList()) {
      int indent = line.length() - line.stripLeading().length();
      if (line.strip().equals("ports:")) {
        list = indent;
      } else if (list >= 0 && line.strip().startsWith("- ") && indent >= list) {
        items.add(line);
      } else if (list >= 0 && indent > list && !items.isEmpty()) {
        items.set(items.size() - 1, items.getLast() + "\n" + line);
      } else {
        list = -1;
      }
    }
    return items;
  }

  private static ServerProblem problem(String found) {
    return new ServerProblem(
        "the default password is for this machine only, and Compose would let others in",
        "docker-compose.yml",
        found,
        "publish it at 127.0.0.1 only, or set another POSTGRES_PASSWORD in .env");
  }
}
