package shareddb.cli.selection;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import shareddb.base.names.TenantName;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.tenants.registry.MissingRegistry;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;

/**
 * The option {@code --module}: the module whose tenants a command works on. Without it, the module
 * is the only one with tenants, the one in whose folder the command was typed, or the only one
 * whose registry has the named tenant. If several modules remain, the command fails.
 */
public final class TenantModuleOption {

  @Option(
      names = {"-m", "--module"},
      paramLabel = "MODULE",
      description =
          "whose tenants, or any beginning of it (else the module in whose folder this is typed)")
  private @Nullable String typed;

  /** Returns the module's registry, whose table may not exist yet. */
  public TenantRegistry in(CommandContext context) {
    List<TenantModule> all = all(context);
    return registry(
        said(all, context).orElseThrow(() -> which(all, "any of ", " could be meant")), context);
  }

  /** Returns the registry that has a tenant of this name. */
  public TenantRegistry having(TenantName name, CommandContext context) throws SQLException {
    List<TenantModule> all = all(context);
    Optional<TenantModule> said = said(all, context);
    if (said.isPresent()) {
      return registry(said.get(), context);
    }
    List<TenantModule> having = having(name, all, context);
    if (having.isEmpty()) {
      throw CommandFailure.failed(
          "there is no tenant " + name + " of any of " + names(all),
          "./db tenants list --module " + all.getFirst().name() + "     prints all of one");
    }
    if (having.size() > 1) {
      throw which(having, "there is a tenant " + name + " of each of ", "");
    }
    return registry(having.getFirst(), context);
  }

  /**
   * Returns the modules that serve the tenant. If there is none, returns the modules that it was
   * relocated from.
   */
  private static List<TenantModule> having(
      TenantName name, List<TenantModule> all, CommandContext context) throws SQLException {
    List<TenantModule> serving = new ArrayList<>();
    List<TenantModule> left = new ArrayList<>();
    for (TenantModule module : all) {
      find(name, registry(module, context))
          .ifPresent(t -> (t.status() == TenantStatus.MOVED ? left : serving).add(module));
    }
    return serving.isEmpty() ? left : serving;
  }

  /** The option as text, for a command that is to be typed again. */
  public String again() {
    return typed == null ? "" : " --module " + typed;
  }

  /**
   * The option that the next command needs to mean this module, or an empty text if it needs none.
   */
  public static String saying(TenantModule module, CommandContext context) {
    Optional<TenantModule> unsaid = unsaid(all(context), context);
    return unsaid.filter(module::equals).isPresent() ? "" : " --module " + module.name();
  }

  private Optional<TenantModule> said(List<TenantModule> all, CommandContext context) {
    return typed == null ? unsaid(all, context) : Optional.of(named(typed, all));
  }

  private static Optional<TenantModule> unsaid(List<TenantModule> all, CommandContext context) {
    Path workshop = context.root().resolve("workshop");
    return all.stream()
        .filter(
            module ->
                all.size() == 1
                    || context.here().startsWith(workshop.resolve(module.name().value())))
        .findFirst();
  }

  private static TenantModule named(String beginning, List<TenantModule> all) {
    List<TenantModule> found =
        all.stream().filter(module -> module.name().value().startsWith(beginning)).toList();
    if (found.isEmpty()) {
      throw CommandFailure.usage(
          "no module \"" + beginning + "\" has tenants; there is " + names(all),
          "--module " + all.getFirst().name());
    }
    if (found.size() > 1) {
      throw which(found, "any of ", " could be meant");
    }
    return found.getFirst();
  }

  private static List<TenantModule> all(CommandContext context) {
    List<TenantModule> all = TenantModule.in(context.workshop());
    if (all.isEmpty()) {
      throw CommandFailure.usage(
          "no module has tenants: none has the tracks shared and tenant",
          "./db status     prints every track there is");
    }
    return all;
  }

  private static Optional<Tenant> find(TenantName name, TenantRegistry registry)
      throws SQLException {
    try {
      return registry.find(name);
    } catch (MissingRegistry none) {
      return Optional.empty();
    }
  }

  private static TenantRegistry registry(TenantModule module, CommandContext context) {
    return new TenantRegistry(context.settings(), module);
  }

  private static CommandFailure which(List<TenantModule> modules, String before, String behind) {
    return CommandFailure.usage(
        before + names(modules) + behind,
        "say which, with  --module " + modules.getFirst().name() + "  , or type it in its folder");
  }

  private static String names(List<TenantModule> modules) {
    return modules.stream().map(m -> m.name().value()).collect(Collectors.joining(", "));
  }
}
