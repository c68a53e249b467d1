package shareddb.cli.command.schema;

import java.sql.SQLException;
import java.util.List;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.CountText;
import shareddb.cli.selection.TrackLookup;
import shareddb.tenants.registry.MissingRegistry;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;

/**
 * Refuses to reset a shared schema whose registry lists tenants: without the registry their schemas
 * belong to no tenant.
 */
final class RegistryResetCheck {

  private RegistryResetCheck() {}

  /** Throws if one of these schemas has a registry with tenants in it. */
  static void check(List<SelectedTarget> doomed, CommandContext context) throws SQLException {
    for (SelectedTarget chosen : doomed) {
      var module = TrackLookup.tenantsOf(chosen.track(), context);
      if (module.isPresent() && isRegistry(chosen, module.get())) {
        check(chosen, new TenantRegistry(chosen.settings(), module.get()));
      }
    }
  }

  private static boolean isRegistry(SelectedTarget chosen, TenantModule module) {
    return chosen.track().equals(module.shared())
        && chosen.target().schema().equals(module.sharedSchema());
  }

  private static void check(SelectedTarget chosen, TenantRegistry registry) throws SQLException {
    long tenants = count(registry);
    if (tenants > 0) {
      throw CommandFailure.failed(
          chosen.schema()
              + " says who the tenants are: without it, the schemas of "
              + CountText.of(tenants, "tenant")
              + " belong to no tenant; nothing was changed",
          "./db tenants remove NAME     one after the other, each with a snapshot\nor  "
              + chosen.command("reset")
              + " --forget-tenants");
    }
  }

  private static long count(TenantRegistry registry) throws SQLException {
    try {
      return registry.counts().values().stream().mapToLong(Long::longValue).sum();
    } catch (MissingRegistry e) {
      return 0;
    }
  }
}
