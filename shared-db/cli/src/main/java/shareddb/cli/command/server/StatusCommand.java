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
    StatusText text = new StatusText(status, targets, apart, context);
    json.tell(context.terminal(), text::json, text::print);
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
}
