package shareddb.cli;

import picocli.CommandLine;
import shareddb.server.Problem;
import shareddb.server.ServerStatus;
import shareddb.server.StartResult;
import shareddb.server.WorkshopServer;

/** {@code ./db start}. */
@CommandLine.Command
final class StartCommand implements Command {

  @Override
  public ExitCode run(Surroundings surroundings) {
    Terminal terminal = surroundings.terminal();
    WorkshopServer server = WorkshopServer.of(surroundings.settings());
    return switch (server.start(line -> terminal.note(line + " ..."))) {
      case StartResult.Started(ServerStatus status) -> tell("started", status, surroundings);
      case StartResult.AlreadyRunning(ServerStatus status) ->
          tell("running already", status, surroundings);
      case StartResult.Refused(Problem problem) -> throw ServerLines.failure(problem);
    };
  }

  private static ExitCode tell(String how, ServerStatus status, Surroundings surroundings) {
    Terminal terminal = surroundings.terminal();
    terminal.print(terminal.tick() + " " + ServerLines.title(status) + ": " + how);
    terminal.print(ServerLines.details(status, surroundings));
    return ExitCode.DONE;
  }
}
