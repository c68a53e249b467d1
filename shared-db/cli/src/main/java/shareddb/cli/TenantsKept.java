package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import shareddb.tenants.NoRegistry;
import shareddb.tenants.Registry;
import shareddb.tenants.TenantModule;

/** Who the tenants are is in the schema that they share: without it, theirs are nobody's. */
final class TenantsKept {

  private TenantsKept() {}

  /** Throws where one of these schemas has a registry with tenants in it. */
  static void check(List<Chosen> doomed, Surroundings surroundings) throws SQLException {
    for (Chosen chosen : doomed) {
      var module = TypedTracks.tenantsOf(chosen.track(), surroundings);
      if (module.isPresent() && isRegistry(chosen, module.get())) {
        check(chosen, new Registry(chosen.settings(), module.get()));
      }
    }
  }

  private static boolean isRegistry(Chosen chosen, TenantModule module) {
    return chosen.track().equals(module.shared())
        && chosen.target().schema().equals(module.sharedSchema());
  }

  private static void check(Chosen chosen, Registry registry) throws SQLException {
    long tenants = count(registry);
    if (tenants > 0) {
      throw CommandFailure.failed(
          chosen.schema()
              + " says who the tenants are: without it, the schemas of "
              + Amount.of(tenants, "tenant")
              + " belong to nobody; nothing was changed",
          "./db tenants remove NAME     one after the other, each with a snapshot\nor  "
              + chosen.command("reset")
              + " --forget-tenants");
    }
  }

  private static long count(Registry registry) throws SQLException {
    try {
      return registry.counts().values().stream().mapToLong(Long::longValue).sum();
    } catch (NoRegistry e) {
      return 0;
    }
  }
}
