package shareddb.cli.command.tenants;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.base.names.TenantName;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.result.TenantText;
import shareddb.cli.selection.TenantNameOption;
import shareddb.tenants.lifecycle.SuspendResult;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;

/** The command {@code ./db tenants suspend NAME}. */
@CommandLine.Command
public final class TenantSuspendCommand implements Command {

  @Mixin private final TenantNameOption name = new TenantNameOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    TenantRegistry registry = name.registry(context);
    return switch (TenantText.tenants(registry, context).suspend(name.name())) {
      case SuspendResult.Suspended(Tenant tenant) ->
          TenantText.tell(tenant, "is suspended", json, context.terminal());
      case SuspendResult.AlreadySo(Tenant tenant) ->
          TenantText.tell(tenant, "is suspended already", json, context.terminal());
      case SuspendResult.NotActive(Tenant tenant) ->
          throw CommandFailure.failed(
              "tenant " + tenant.name() + " is " + tenant.status().word() + ", and not active",
              "./db tenants show " + tenant.name());
      case SuspendResult.Unknown(TenantName none) -> throw TenantText.unknown(none, registry);
    };
  }
}
