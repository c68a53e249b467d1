package shareddb.cli.command.tenants;

import java.sql.SQLException;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.ServerOption;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.result.TenantText;
import shareddb.cli.selection.TenantModuleOption;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.provision.TenantRequest;
import shareddb.tenants.provision.TenantTypes;
import shareddb.tenants.registry.TenantRegistry;

/** The command {@code ./db tenants add NAME --domain DOMAIN}. */
@CommandLine.Command
public final class TenantAddCommand implements Command {

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
  public ExitCode run(CommandContext context) throws SQLException {
    TenantRegistry registry = module.in(context);
    TenantRequest wish = new TenantRequest(name, domain, type, server.typed());
    long start = System.nanoTime();
    AddTenantResult result =
        ProgressLine.during(
            "adding " + name,
            context.terminal(),
            progress -> TenantText.tenants(registry, context).add(wish));
    return new TenantAddText(context.terminal(), json, Duration.ofNanos(System.nanoTime() - start))
        .tell(
            result,
            "./db tenants add %s --domain %s%s%s%s"
                .formatted(name, domain, type(), server.again(), module.again()));
  }

  private String type() {
    return type.equals(TenantTypes.STANDARD) ? "" : " --type " + type;
  }
}
