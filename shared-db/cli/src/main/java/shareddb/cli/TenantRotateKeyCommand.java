package shareddb.cli;

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
import shareddb.names.TenantName;
import shareddb.tenants.Registry;
import shareddb.tenants.RotateResult;
import shareddb.tenants.Tenant;
import shareddb.tenants.TenantKey;

/** {@code ./db tenants rotate-key NAME…}. */
@CommandLine.Command
final class TenantRotateKeyCommand implements Command {

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
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Set<TenantName> wanted = wanted();
    Registry registry = module.having(wanted.iterator().next(), surroundings);
    for (TenantName name : wanted) {
      check(name, registry);
    }
    Optional<KeyFile> file = Optional.ofNullable(keys).map(KeyFile::at);
    for (TenantName name : wanted) {
      rotate(name, registry, file, surroundings);
    }
    if (!json.wanted()) {
      file.ifPresent(
          kept -> surroundings.terminal().print("the new keys are at the end of " + kept));
    }
    return ExitCode.DONE;
  }

  private Set<TenantName> wanted() {
    Set<TenantName> wanted = new LinkedHashSet<>();
    names.forEach(name -> wanted.add(TenantNameOption.name(name)));
    if (keys == null && !json.wanted() && wanted.size() > KeyFile.SHOWN) {
      throw CommandFailure.usage(
          "more than " + KeyFile.SHOWN + " tenants: their keys want a file; none was changed",
          "type the same command with  --keys keys.csv");
    }
    return wanted;
  }

  /** Before any key is changed: who mistypes one name of ten has changed none. */
  private static void check(TenantName name, Registry registry) throws SQLException {
    Tenant tenant = registry.find(name).orElseThrow(() -> TenantLines.unknown(name, registry));
    if (!tenant.status().isHere()) {
      throw TenantLines.notHere(tenant);
    }
  }

  private void rotate(
      TenantName name, Registry registry, Optional<KeyFile> file, Surroundings surroundings)
      throws SQLException {
    switch (TenantLines.tenants(registry, surroundings).rotateKey(name)) {
      case RotateResult.Rotated(Tenant tenant, TenantKey key) -> {
        file.ifPresent(keeping -> keeping.write(Map.of(tenant.name(), key)));
        tell(tenant, key, surroundings.terminal());
      }
      case RotateResult.NotHere(Tenant tenant) -> throw TenantLines.notHere(tenant);
      case RotateResult.Unknown(TenantName none) -> throw TenantLines.unknown(none, registry);
    }
  }

  private void tell(Tenant tenant, TenantKey key, Terminal terminal) {
    if (json.wanted()) {
      terminal.print(TenantLines.json(tenant).put("key", key.value()));
      return;
    }
    terminal.print(
        "%s tenant %s has a new key; the old one does not count any more"
            .formatted(terminal.tick(), tenant.name()));
    if (keys == null) {
      TenantLines.print(key, tenant.name(), terminal);
    }
  }
}
