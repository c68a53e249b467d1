package shareddb.cli.command.tenants;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.base.names.TenantName;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.TenantKeyFile;
import shareddb.cli.result.TenantText;
import shareddb.cli.selection.TenantModuleOption;
import shareddb.cli.selection.TenantNameOption;
import shareddb.tenants.lifecycle.RotateResult;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.registry.TenantRegistry;

/** The command {@code ./db tenants rotate-key NAME…}. */
@CommandLine.Command
public final class TenantRotateKeyCommand implements Command {

  @Parameters(arity = "1..*", paramLabel = "NAME", description = "the tenants' names")
  private List<String> names = List.of();

  @Option(
      names = {"-k", "--keys"},
      paramLabel = "FILE",
      description = "where the keys are written to: behind what is in it, readable by you alone")
  private @Nullable Path keys;

  @Mixin private final TenantModuleOption module = new TenantModuleOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    Set<TenantName> wanted = wanted();
    TenantRegistry registry = module.having(wanted.iterator().next(), context);
    for (TenantName name : wanted) {
      check(name, registry);
    }
    Optional<TenantKeyFile> file = Optional.ofNullable(keys).map(TenantKeyFile::at);
    for (TenantName name : wanted) {
      rotate(name, registry, file, context);
    }
    if (!json.wanted()) {
      file.ifPresent(kept -> context.terminal().print("the new keys are at the end of " + kept));
    }
    return ExitCode.DONE;
  }

  private Set<TenantName> wanted() {
    Set<TenantName> wanted = new LinkedHashSet<>();
    names.forEach(name -> wanted.add(TenantNameOption.name(name)));
    if (keys == null && !json.wanted() && wanted.size() > TenantKeyFile.SHOWN) {
      throw CommandFailure.usage(
          "more than " + TenantKeyFile.SHOWN + " tenants: their keys want a file; none was changed",
          "type the same command with  --keys keys.csv");
    }
    return wanted;
  }

  /**
   * Checks a name before any key is changed, so that one mistyped name leaves all keys as they are.
   */
  private static void check(TenantName name, TenantRegistry registry) throws SQLException {
    Tenant tenant = registry.find(name).orElseThrow(() -> TenantText.unknown(name, registry));
    if (!tenant.status().isHere()) {
      throw TenantText.notHere(tenant);
    }
  }

  private void rotate(
      TenantName name,
      TenantRegistry registry,
      Optional<TenantKeyFile> file,
      CommandContext context)
      throws SQLException {
    switch (TenantText.tenants(registry, context).rotateKey(name)) {
      case RotateResult.Rotated(Tenant tenant, TenantKey key) -> {
        file.ifPresent(keeping -> keeping.write(Map.of(tenant.name(), key)));
        tell(tenant, key, context.terminal());
      }
      case RotateResult.NotHere(Tenant tenant) -> throw TenantText.notHere(tenant);
      case RotateResult.Unknown(TenantName none) -> throw TenantText.unknown(none, registry);
    }
  }

  private void tell(Tenant tenant, TenantKey key, Terminal terminal) {
    if (json.wanted()) {
      terminal.print(TenantText.json(tenant).put("key", key.value()));
      return;
    }
    terminal.print(
        "%s tenant %s has a new key; the old one does not count any more"
            .formatted(terminal.tick(), tenant.name()));
    if (keys == null) {
      TenantText.print(key, tenant.name(), terminal);
    }
  }
}
