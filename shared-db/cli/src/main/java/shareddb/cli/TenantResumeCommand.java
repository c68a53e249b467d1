package shareddb.cli;

import java.sql.SQLException;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.names.TenantName;
import shareddb.tenants.AddResult;
import shareddb.tenants.Registry;
import shareddb.tenants.ResumeResult;
import shareddb.tenants.Tenant;

/** {@code ./db tenants resume NAME}. */
@CommandLine.Command
final class TenantResumeCommand implements Command {

  @Mixin private final TenantNameOption name = new TenantNameOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Registry registry = name.registry(surroundings);
    Terminal terminal = surroundings.terminal();
    long start = System.nanoTime();
    ResumeResult result =
        ProgressLine.during(
            "resuming " + name.name(),
            terminal,
            progress -> TenantLines.tenants(registry, surroundings).resume(name.name()));
    return switch (result) {
      case ResumeResult.Resumed(Tenant tenant) ->
          TenantLines.tell(tenant, "is served again", json, terminal);
      case ResumeResult.AlreadySo(Tenant tenant) ->
          TenantLines.tell(tenant, "is active already", json, terminal);
      case ResumeResult.GoneOnWith(AddResult added) ->
          new TenantAdded(terminal, json, Duration.ofNanos(System.nanoTime() - start))
              .tell(added, "./db tenants resume " + name.name());
      case ResumeResult.NotHere(Tenant tenant) -> throw TenantLines.notHere(tenant);
      case ResumeResult.Unknown(TenantName none) -> throw TenantLines.unknown(none, registry);
    };
  }
}
