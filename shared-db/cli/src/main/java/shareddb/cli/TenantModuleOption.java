package shareddb.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import shareddb.tenants.Registry;
import shareddb.tenants.TenantModule;

/** Whose tenants are meant. */
final class TenantModuleOption {

  @Option(
      names = {"-m", "--module"},
      paramLabel = "MODULE",
      description =
          "whose tenants, or any beginning of it (else the first module that has tenants)")
  private @Nullable String typed;

  /** The registry of that module, which may not be there yet. */
  Registry in(Surroundings surroundings) {
    return new Registry(surroundings.settings(), module(surroundings));
  }

  private TenantModule module(Surroundings surroundings) {
    List<TenantModule> all = TenantModule.in(surroundings.workshop());
    String beginning = typed == null ? "" : typed;
    List<TenantModule> found =
        all.stream().filter(module -> module.name().value().startsWith(beginning)).toList();
    if (found.size() == 1 || (typed == null && !all.isEmpty())) {
      return found.getFirst();
    }
    if (all.isEmpty()) {
      throw usage(
          "no module has tenants: none has the tracks shared and tenant",
          "./db status     prints every track there is");
    }
    throw found.isEmpty()
        ? usage(
            "no module \"" + typed + "\" has tenants; there is " + names(all),
            "--module " + all.getFirst().name())
        : usage("any of " + names(found) + " could be meant", "say which, with --module");
  }

  private static String names(List<TenantModule> modules) {
    return modules.stream().map(m -> m.name().value()).collect(Collectors.joining(", "));
  }

  private static CommandFailure usage(String what, String next) {
    return new CommandFailure(ExitCode.USAGE, what, next);
  }
}
