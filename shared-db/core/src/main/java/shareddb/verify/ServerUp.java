package shareddb.verify;

import shareddb.server.Problem;
import shareddb.server.ServerStatus;
import shareddb.server.WorkshopServer;

/** The server takes the administrator's connections. */
final class ServerUp implements Check {

  @Override
  public String title() {
    return "server";
  }

  @Override
  public Outcome look(Scene scene) {
    ServerStatus status = WorkshopServer.of(scene.subject().settings()).status();
    String where = " at " + status.admin().address() + ", database " + status.admin().database();
    if (status.version().isPresent()) {
      return new Outcome.Ok(status.kind().title() + " " + status.version().get() + where);
    }
    return status
        .problem()
        .map(ServerUp::failed)
        .orElseGet(
            () ->
                new Outcome.Failed(
                    status.kind().title() + where + " is not running", "./db start"));
  }

  private static Outcome failed(Problem problem) {
    return new Outcome.Failed(
        String.join("\n", problem.what(), problem.where(), problem.numbers()).strip(),
        problem.next());
  }
}
