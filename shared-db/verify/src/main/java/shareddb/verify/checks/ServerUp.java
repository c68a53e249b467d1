package shareddb.verify.checks;

import shareddb.postgres.WorkshopServer;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.ServerStatus;

/** Checks that the server accepts the administrator's connections. */
public final class ServerUp implements Check {

  @Override
  public String title() {
    return "server";
  }

  @Override
  public CheckOutcome look(CheckContext scene) {
    ServerStatus status = WorkshopServer.of(scene.subject().settings()).status();
    String where = " at " + status.admin().address() + ", database " + status.admin().database();
    if (status.version().isPresent()) {
      return new CheckOutcome.Ok(status.kind().title() + " " + status.version().get() + where);
    }
    return status
        .problem()
        .map(ServerUp::failed)
        .orElseGet(
            () ->
                new CheckOutcome.Failed(
                    status.kind().title() + where + " is not running", "./db start"));
  }

  private static CheckOutcome failed(ServerProblem problem) {
    return new CheckOutcome.Failed(
        String.join("\n", problem.what(), problem.where(), problem.numbers()).strip(),
        problem.next());
  }
}
