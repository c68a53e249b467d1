package shareddb.cli.command.tenants;

import java.sql.SQLException;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.base.names.TenantName;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.TenantText;
import shareddb.cli.selection.TenantNameOption;
import shareddb.tenants.lifecycle.ResumeResult;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;

/** The command {@code ./db tenants resume NAME}. */
@CommandLine.Command
public final class TenantResumeCommand implements Command {

  @Mixin private final TenantNameOption name = new TenantNameOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    TenantRegistry registry = name.registry(context);
    Terminal terminal = context.terminal();
    long start = System.nanoTime();
    ResumeResult result =
        ProgressLine.during(
            "resuming " + name.name(),
            terminal,
            progress -> TenantText.tenants(registry, context).resume(name.name()));
    return switch (result) {
      case ResumeResult.Resumed(Tenant tenant) ->
          TenantText.tell(tenant, "is served again", json, terminal);
      case ResumeResult.AlreadySo(Tenant tenant) ->
          TenantText.tell(tenant, "is active already", json, terminal);
      case ResumeResult.GoneOnWith(AddTenantResult added) ->
          new TenantAddText(terminal, json, Duration.ofNanos(System.nanoTime() - start))
              .tell(added, "./db tenants resume " + name.name());
      case ResumeResult.NotHere(Tenant tenant) -> throw TenantText.notHere(tenant);
      case ResumeResult.Unknown(TenantName none) -> throw TenantText.unknown(none, registry);
    };
  }
}
