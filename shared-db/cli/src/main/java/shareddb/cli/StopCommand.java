package shareddb.cli;

import picocli.CommandLine;
import shareddb.server.Problem;
import shareddb.server.ServerKind;
import shareddb.server.StopResult;
import shareddb.server.WorkshopServer;

/** {@code ./db stop}. */
@CommandLine.Command
final class StopCommand implements Command {

  @Override
  public ExitCode run(Surroundings surroundings) {
    Terminal terminal = surroundings.terminal();
    WorkshopServer server = WorkshopServer.of(surroundings.settings());
    return switch (server.stop(line -> terminal.note(line + " ..."))) {
      case StopResult.Stopped(ServerKind kind) -> {
        terminal.print(terminal.tick() + " " + kind.title() + ": stopped; its data stays");
        yield ExitCode.DONE;
      }
      case StopResult.NotRunning(ServerKind kind) -> {
        terminal.print(kind.title() + ": was not running");
        yield ExitCode.DONE;
      }
      case StopResult.NotOurs(String address) ->
          throw CommandFailure.failed(
              "the server at " + address + " is one of your own: it is not stopped from here",
              "stop it in the way it was started");
      case StopResult.Refused(Problem problem) -> throw ServerLines.failure(problem);
    };
  }
}
