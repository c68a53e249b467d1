package shareddb.cli;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.names.TenantName;
import shareddb.tenants.Registry;
import shareddb.tenants.RotateResult;
import shareddb.tenants.Tenant;
import shareddb.tenants.TenantKey;

/** {@code ./db tenants rotate-key NAME}. */
@CommandLine.Command
final class TenantRotateKeyCommand implements Command {

  @Mixin private final TenantNameOption name = new TenantNameOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Registry registry = name.registry(surroundings);
    return switch (TenantLines.tenants(registry, surroundings).rotateKey(name.name())) {
      case RotateResult.Rotated(Tenant tenant, TenantKey key) ->
          rotated(tenant, key, surroundings.terminal());
      case RotateResult.NotHere(Tenant tenant) -> throw TenantLines.notHere(tenant);
      case RotateResult.Unknown(TenantName none) -> throw TenantLines.unknown(none, registry);
    };
  }

  private ExitCode rotated(Tenant tenant, TenantKey key, Terminal terminal) {
    if (json.wanted()) {
      terminal.print(TenantLines.json(tenant).put("key", key.value()));
      return ExitCode.DONE;
    }
    terminal.print(
        terminal.tick()
            + " tenant "
            + tenant.name()
            + " has a new key; the old one does not count any more");
    TenantLines.print(key, tenant.name(), terminal);
    return ExitCode.DONE;
  }
}
