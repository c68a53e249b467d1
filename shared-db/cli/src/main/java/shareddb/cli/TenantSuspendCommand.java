package shareddb.cli;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.names.TenantName;
import shareddb.tenants.Registry;
import shareddb.tenants.SuspendResult;
import shareddb.tenants.Tenant;

/** {@code ./db tenants suspend NAME}. */
@CommandLine.Command
final class TenantSuspendCommand implements Command {

  @Mixin private final TenantNameOption name = new TenantNameOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Registry registry = name.registry(surroundings);
    return switch (TenantLines.tenants(registry, surroundings).suspend(name.name())) {
      case SuspendResult.Suspended(Tenant tenant) ->
          TenantLines.tell(tenant, "is suspended", json, surroundings.terminal());
      case SuspendResult.AlreadySo(Tenant tenant) ->
          TenantLines.tell(tenant, "is suspended already", json, surroundings.terminal());
      case SuspendResult.NotActive(Tenant tenant) ->
          throw CommandFailure.failed(
              "tenant " + tenant.name() + " is " + tenant.status().word() + ", and not active",
              "./db tenants show " + tenant.name());
      case SuspendResult.Unknown(TenantName none) -> throw TenantLines.unknown(none, registry);
    };
  }
}
