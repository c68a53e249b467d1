package shareddb.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import shareddb.server.Problem;
import shareddb.server.ServerStatus;

/** How the server and its troubles are shown. */
final class ServerLines {

  private ServerLines() {}

  static String title(ServerStatus status) {
    return status.kind().title() + status.version().map(version -> " " + version).orElse("");
  }

  /** What it is, where, and how to connect. */
  static Table details(ServerStatus status, Surroundings surroundings) {
    Table table = new Table();
    table.row("  address", status.admin().address());
    table.row("  database", status.admin().database().value());
    table.row("  user", status.admin().user() + ", password from " + status.passwordOrigin());
    status.data().ifPresent(data -> table.row("  data", surroundings.shown(data)));
    String label = "  connect";
    for (String way : status.howToConnect()) {
      table.row(label, way);
      label = "";
    }
    table.row("  this kind", "because " + status.why());
    return table;
  }

  static CommandFailure failure(Problem problem) {
    return CommandFailure.failed(what(problem), problem.next());
  }

  static String what(Problem problem) {
    return Stream.of(problem.what(), problem.where(), problem.numbers())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
