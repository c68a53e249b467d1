package shareddb.cli.command.server;

import picocli.CommandLine;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.ServerText;
import shareddb.postgres.WorkshopServer;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.StopResult;

/** The command {@code ./db stop}. */
@CommandLine.Command
public final class StopCommand implements Command {

  @Override
  public ExitCode run(CommandContext context) {
    Terminal terminal = context.terminal();
    WorkshopServer server = WorkshopServer.of(context.settings());
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
      case StopResult.Refused(ServerProblem problem) -> throw ServerText.failure(problem);
    };
  }
}
