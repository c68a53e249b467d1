package shareddb.cli;

import java.sql.SQLException;
import shareddb.cli.json.Json;
import shareddb.names.TenantName;
import shareddb.tenants.Registry;
import shareddb.tenants.Tenant;
import shareddb.tenants.TenantStatus;

/** How tenants are shown. */
final class TenantLines {

  private TenantLines() {}

  static Json json(Tenant tenant) {
    return new Json()
        .put("name", tenant.name().value())
        .put("domain", tenant.domain())
        .put("schema", tenant.schema().value())
        .put("type", tenant.type())
        .put("plan", tenant.plan())
        .put("status", tenant.status().word())
        .put("failure", tenant.failure())
        .put("created_at", tenant.createdAt())
        .put("updated_at", tenant.updatedAt());
  }

  static String status(TenantStatus status, Terminal terminal) {
    return switch (status) {
      case ACTIVE -> terminal.good(status.word());
      case FAILED -> terminal.bad(status.word());
      case PROVISIONING, SUSPENDED, REMOVING -> status.word();
    };
  }

  static CommandFailure unknown(TenantName name, Registry registry) {
    return new CommandFailure(
        ExitCode.FAILED,
        "there is no tenant " + name + " of " + registry.module().name(),
        nearest(name, registry));
  }

  private static String nearest(TenantName name, Registry registry) {
    try {
      return registry
          .nearest(name.value())
          .map(
              nearest -> "did you mean  " + nearest + "  ?     (all there are:  ./db tenants list)")
          .orElse("./db tenants list     prints all");
    } catch (SQLException e) {
      return "./db tenants list     prints all";
    }
  }
}
