package shareddb.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import shareddb.names.TenantName;
import shareddb.tenants.NoRegistry;
import shareddb.tenants.Registry;
import shareddb.tenants.TenantModule;

/** Whose tenants are meant. */
final class TenantModuleOption {

  @Option(
      names = {"-m", "--module"},
      paramLabel = "MODULE",
      description =
          "whose tenants, or any beginning of it (else the module that has a tenant of this name,"
              + " or whose folder this is, or the first that has tenants)")
  private @Nullable String typed;

  /** The registry of that module, which may not be there yet. */
  Registry in(Surroundings surroundings) {
    List<TenantModule> all = all(surroundings);
    TenantModule module =
        typed == null ? ofFolder(all, surroundings).orElseGet(all::getFirst) : typed(all, typed);
    return new Registry(surroundings.settings(), module);
  }

  /** The one that has a tenant of this name, where nobody says which module is meant. */
  Registry in(Surroundings surroundings, TenantName name) throws SQLException {
    List<TenantModule> all = all(surroundings);
    if (typed != null || ofFolder(all, surroundings).isPresent()) {
      return in(surroundings);
    }
    List<Registry> found = new ArrayList<>();
    for (TenantModule module : all) {
      Registry registry = new Registry(surroundings.settings(), module);
      if (has(registry, name)) {
        found.add(registry);
      }
    }
    if (found.size() > 1) {
      throw usage(
          "there is a tenant "
              + name
              + " of "
              + names(found.stream().map(Registry::module).toList()),
          "say which, with --module");
    }
    return found.isEmpty() ? in(surroundings) : found.getFirst();
  }

  private static boolean has(Registry registry, TenantName name) throws SQLException {
    try {
      return registry.find(name).isPresent();
    } catch (NoRegistry e) {
      return false;
    }
  }

  private static List<TenantModule> all(Surroundings surroundings) {
    List<TenantModule> all = TenantModule.in(surroundings.workshop());
    if (all.isEmpty()) {
      throw usage(
          "no module has tenants: none has the tracks shared and tenant",
          "./db status     prints every track there is");
    }
    return all;
  }

  private static TenantModule typed(List<TenantModule> all, String beginning) {
    List<TenantModule> found =
        all.stream().filter(module -> module.name().value().startsWith(beginning)).toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw found.isEmpty()
        ? usage(
            "no module \"" + beginning + "\" has tenants; there is " + names(all),
            "--module " + all.getFirst().name())
        : usage("any of " + names(found) + " could be meant", "say which, with --module");
  }

  /** Whoever reads a module's lesson types its commands in its folder. */
  private static Optional<TenantModule> ofFolder(
      List<TenantModule> all, Surroundings surroundings) {
    Path here = Path.of(surroundings.environment().getOrDefault("PWD", "")).toAbsolutePath();
    return all.stream()
        .filter(module -> here.startsWith(module.types().toAbsolutePath().getParent()))
        .findFirst();
  }

  private static String names(List<TenantModule> modules) {
    return modules.stream().map(m -> m.name().value()).collect(Collectors.joining(", "));
  }

  private static CommandFailure usage(String what, String next) {
    return new CommandFailure(ExitCode.USAGE, what, next);
  }
}
