package shareddb.cli.result;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.TextTable;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.ServerStatus;

/** The text and the JSON of the server's status, and the text of its problems. */
public final class ServerText {

  private ServerText() {}

  public static String title(ServerStatus status) {
    return status.kind().title() + status.version().map(version -> " " + version).orElse("");
  }

  public static JsonObject json(ServerStatus status) {
    return new JsonObject()
        .put("kind", status.kind().name().toLowerCase(Locale.ROOT))
        .put("running", status.running())
        .put("version", status.version())
        .put("host", status.admin().host())
        .put("port", status.admin().port())
        .put("database", status.admin().database().value())
        .put("user", status.admin().user())
        .put("data", status.data().map(Object::toString))
        .put("because", status.why());
  }

  /** The server's address, its login, and the ways to connect. */
  public static TextTable details(ServerStatus status, CommandContext context) {
    TextTable table = new TextTable();
    table.row("  address", status.admin().address());
    table.row("  database", status.admin().database().value());
    table.row("  user", status.admin().user() + ", password from " + status.passwordOrigin());
    status.data().ifPresent(data -> table.row("  data", context.shown(data)));
    String label = "  connect";
    for (String way : status.howToConnect()) {
      table.row(label, way);
      label = "";
    }
    table.row("  this kind", "because " + status.why());
    return table;
  }

  public static CommandFailure failure(ServerProblem problem) {
    return CommandFailure.failed(what(problem), problem.next());
  }

  public static String what(ServerProblem problem) {
    return Stream.of(problem.what(), problem.where(), problem.numbers())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
