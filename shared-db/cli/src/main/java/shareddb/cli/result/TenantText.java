package shareddb.cli.result;

import java.sql.SQLException;
import java.util.List;
import shareddb.base.names.TenantName;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;

/** The text and the JSON of tenants. */
public final class TenantText {

  private TenantText() {}

  public static JsonObject json(Tenant tenant) {
    return new JsonObject()
        .put("name", tenant.name().value())
        .put("domain", tenant.domain())
        .put("server", tenant.database().map(own -> own.server().value()))
        .put("database", tenant.database().map(own -> own.name().value()))
        .put("schema", tenant.schema().value())
        .put("type", tenant.type())
        .put("plan", tenant.plan())
        .put("status", tenant.status().word())
        .put("failure", tenant.failure())
        .put("created_at", tenant.createdAt())
        .put("updated_at", tenant.updatedAt());
  }

  public static String status(TenantStatus status, Terminal terminal) {
    return switch (status) {
      case ACTIVE -> terminal.good(status.word());
      case FAILED -> terminal.bad(status.word());
      case PROVISIONING, SUSPENDED, REMOVING, ARRIVING, MOVED -> status.word();
    };
  }

  public static Tenants tenants(TenantRegistry registry, CommandContext context) {
    return new Tenants(registry, SnapshotText.store(context));
  }

  /** The tenant's schema, or its database and server. */
  public static String place(Tenant tenant) {
    return tenant
        .database()
        .map(own -> "database " + own.name().quoted() + " on server " + own.server())
        .orElseGet(() -> "schema " + tenant.schema().quoted());
  }

  /** Prints the outcome for one tenant on one line. */
  public static ExitCode tell(Tenant tenant, String what, JsonOption json, Terminal terminal) {
    return json.tell(
        terminal,
        () -> json(tenant),
        () -> terminal.print(terminal.tick() + " tenant " + tenant.name() + " " + what));
  }

  /** Prints a new key: it is shown only this once. */
  public static void print(TenantKey key, TenantName name, Terminal terminal) {
    terminal.print("key:  " + key.value());
    terminal.note(
        "it is shown this once and kept nowhere; another one:  ./db tenants rotate-key " + name);
  }

  public static CommandFailure notHere(Tenant tenant) {
    return tenant.status() == TenantStatus.REMOVING
        ? CommandFailure.failed(
            "tenant " + tenant.name() + " is being removed, which is not taken back",
            "./db tenants remove " + tenant.name() + "     goes on with it")
        : CommandFailure.failed(
            "tenant %s is %s: another place serves it"
                .formatted(tenant.name(), tenant.status().word()),
            "./db tenants show " + tenant.name());
  }

  public static CommandFailure unknown(TenantName name, TenantRegistry registry) {
    return CommandFailure.failed(
        "there is no tenant " + name + " of " + registry.module().name(), nearest(name, registry));
  }

  private static String nearest(TenantName name, TenantRegistry registry) {
    String list = "./db tenants list --module " + registry.module().name();
    try {
      return registry
          .nearest(name.value())
          .map(nearest -> "did you mean  " + nearest + "  ?     (all there are:  " + list + ")")
          .orElse(list + "     prints all");
    } catch (SQLException e) {
      return list + "     prints all";
    }
  }

  /** The command that continues with tenants whose creation was stopped. */
  public static String resume(List<TenantName> unfinished) {
    return "./db tenants resume "
        + unfinished.getFirst()
        + "     goes on with it; the next upgrade of all tenants goes on with all of them";
  }
}
