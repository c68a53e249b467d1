package shareddb.cli.command.server;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.base.settings.Settings;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.ServerText;
import shareddb.migrate.overview.TargetOverview;
import shareddb.migrate.overview.TargetStatus;
import shareddb.postgres.WorkshopServer;
import shareddb.postgres.server.ServerStatus;
import shareddb.tenants.registry.TenantModule;

/** The command {@code ./db status}. */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
public final class StatusCommand implements Command {

  /** Accepted for older scripts, which needed this option to get exit code 3. */
  @Option(names = "--check", hidden = true)
  void check(boolean typed) {}

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    Settings settings = context.settings();
    ServerStatus status = WorkshopServer.of(settings).status();
    if (status.problem().isPresent()) {
      throw ServerText.failure(status.problem().get());
    }
    List<TargetStatus> targets =
        status.running()
            ? TargetOverview.of(settings.admin(), context.workshop().tracks())
            : List.of();
    List<TenantDatabasesStatus> apart = status.running() ? apart(context) : List.of();
    json.tell(
        context.terminal(),
        () -> StatusJson.of(status, targets, apart),
        () -> print(status, targets, apart, context));
    boolean fine =
        status.running()
            && targets.stream().allMatch(TargetStatus::asItShouldBe)
            && apart.stream().allMatch(TenantDatabasesStatus::asItShouldBe);
    return fine ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private static List<TenantDatabasesStatus> apart(CommandContext context) throws SQLException {
    List<TenantDatabasesStatus> apart = new ArrayList<>();
    for (TenantModule module : TenantModule.in(context.workshop())) {
      TenantDatabasesStatus.of(module, context.settings()).ifPresent(apart::add);
    }
    return apart;
  }

  private static void print(
      ServerStatus status,
      List<TargetStatus> targets,
      List<TenantDatabasesStatus> apart,
      CommandContext context) {
    Terminal terminal = context.terminal();
    String title = ServerText.title(status);
    terminal.print(
        status.running() ? terminal.tick() + " " + title + ": running" : title + ": not running");
    terminal.print(ServerText.details(status, context));
    if (!status.running()) {
      terminal.advise("./db start");
      return;
    }
    terminal.print("");
    terminal.print(
        StatusText.of(
            targets, TenantModule.in(context.workshop()), apart, status.admin().database()));
    apart.stream()
        .map(TenantDatabasesStatus::lost)
        .filter(lost -> !lost.isEmpty())
        .forEach(
            lost -> {
              lost.lines()
                  .forEach(line -> terminal.print(lost.module().tenant().label() + ": " + line));
              terminal.advise(lost.next());
            });
  }
}
