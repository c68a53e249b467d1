package shareddb.cli;

import java.sql.SQLException;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.tenants.AddResult;
import shareddb.tenants.Registry;
import shareddb.tenants.TenantTypes;
import shareddb.tenants.TenantWish;

/** {@code ./db tenants add NAME --domain DOMAIN}. */
@CommandLine.Command
final class TenantAddCommand implements Command {

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "what to call it: small letters, digits, underscores; its schema is named so")
  private String name = "";

  @Option(
      names = {"-d", "--domain"},
      paramLabel = "DOMAIN",
      required = true,
      description = "the host that its requests come to")
  private String domain = "";

  @Option(
      names = {"-t", "--type"},
      paramLabel = "TYPE",
      description = "what it begins with: a folder of the module's types (else standard)")
  private String type = TenantTypes.STANDARD;

  @Mixin private final ServerOption server = new ServerOption();

  @Mixin private final TenantModuleOption module = new TenantModuleOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Registry registry = module.in(surroundings);
    TenantWish wish = new TenantWish(name, domain, type, server.typed());
    long start = System.nanoTime();
    AddResult result =
        ProgressLine.during(
            "adding " + name,
            surroundings.terminal(),
            progress -> TenantLines.tenants(registry, surroundings).add(wish));
    return new TenantAdded(
            surroundings.terminal(), json, Duration.ofNanos(System.nanoTime() - start))
        .tell(
            result,
            "./db tenants add %s --domain %s%s%s%s"
                .formatted(name, domain, type(), server.again(), module.again()));
  }

  private String type() {
    return type.equals(TenantTypes.STANDARD) ? "" : " --type " + type;
  }
}
