package shareddb.cli.command.server;

import picocli.CommandLine;
import shareddb.base.settings.DefaultPassword;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.ServerText;
import shareddb.migrate.role.WorkshopRoles;
import shareddb.postgres.WorkshopServer;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.ServerStatus;
import shareddb.postgres.server.StartResult;

/** The command {@code ./db start}. */
@CommandLine.Command
public final class StartCommand implements Command {

  @Override
  public ExitCode run(CommandContext context) {
    Terminal terminal = context.terminal();
    WorkshopServer server = WorkshopServer.of(context.settings());
    return switch (server.start(line -> terminal.note(line + " ..."))) {
      case StartResult.Started(ServerStatus status) -> tell("started", status, context);
      case StartResult.AlreadyRunning(ServerStatus status) ->
          tell("running already", status, context);
      case StartResult.Refused(ServerProblem problem) -> throw ServerText.failure(problem);
    };
  }

  private static ExitCode tell(String how, ServerStatus status, CommandContext context) {
    Terminal terminal = context.terminal();
    terminal.print(terminal.tick() + " " + ServerText.title(status) + ": " + how);
    terminal.print(ServerText.details(status, context));
    WorkshopRoles.renew(context.settings().servers()).stream()
        .filter(WorkshopRoles.Renewal::isWorthTelling)
        .forEach(renewal -> terminal.note("note: " + renewal));
    DefaultPassword.warnings(context.settings())
        .forEach(warning -> terminal.note("warning: " + warning));
    return ExitCode.DONE;
  }
}
