package shareddb.cli.command.tenants;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.TenantText;
import shareddb.cli.selection.TenantNameOption;
import shareddb.tenants.fleet.targets.LostTarget;
import shareddb.tenants.fleet.targets.TargetPosition;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantDetails;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;

/** The command {@code ./db tenants show NAME}. */
@CommandLine.Command
public final class TenantShowCommand implements Command {

  @Mixin private final TenantNameOption name = new TenantNameOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    TenantRegistry registry = name.registry(context);
    TenantDetails details = TenantDetails.of(registry, name.in(registry));
    Terminal terminal = context.terminal();
    return json.tell(
        terminal,
        () -> json(details),
        () -> {
          terminal.print(table(details, terminal));
          next(details, terminal);
        });
  }

  private static TextTable table(TenantDetails details, Terminal terminal) {
    Tenant tenant = details.tenant();
    TextTable table = new TextTable();
    table.row("name", tenant.name().value());
    table.row("status", TenantText.status(tenant.status(), terminal));
    tenant.failure().ifPresent(failure -> table.row("failure", terminal.bad(failure)));
    table.row("domain", tenant.domain());
    table.row("type", tenant.type());
    tenant.plan().ifPresent(plan -> table.row("plan", plan));
    tenant.database().ifPresent(own -> table.row("server", own.server().value()));
    tenant.database().ifPresent(own -> table.row("database", own.name().value()));
    table.row("schema", tenant.schema().quoted());
    switch (details.look()) {
      case TenantDetails.Look.Seen(TargetPosition position, long bytes) -> {
        table.row("version", version(position));
        table.row("size", CountText.bytes(bytes));
      }
      case TenantDetails.Look.OutOfReach(String why) -> table.row("version", terminal.bad(why));
      case TenantDetails.Look.Gone(LostTarget lost) ->
          table.row("version", terminal.bad(lost.said()));
    }
    table.row("created", TimeText.of(tenant.createdAt()));
    table.row("changed", TimeText.of(tenant.updatedAt()));
    return table;
  }

  private static String version(TargetPosition position) {
    return switch (position.ground()) {
      case NO_DATABASE -> "there is no such database";
      case NOTHING -> "there is no such schema";
      case NO_HISTORY -> "the schema has no history";
      case UNREAD -> "the history could not be read";
      case HISTORY ->
          position.current()
              + (due(position) == 0
                  ? ", the newest"
                  : ", " + CountText.of(due(position), "migration") + " pending");
    };
  }

  private static void next(TenantDetails details, Terminal terminal) {
    Tenant tenant = details.tenant();
    if (tenant.status().isUnfinished() || tenant.status() == TenantStatus.SUSPENDED) {
      terminal.advise("./db tenants resume " + tenant.name());
    } else if (tenant.status() == TenantStatus.REMOVING) {
      terminal.advise("./db tenants remove " + tenant.name() + "     goes on with it");
    }
  }

  private static JsonObject json(TenantDetails details) {
    JsonObject json = TenantText.json(details.tenant());
    return switch (details.look()) {
      case TenantDetails.Look.Seen(TargetPosition position, long bytes) ->
          json.put("version", position.current().toString())
              .put("pending", due(position))
              .put("problems", position.problems().size())
              .put("schema_exists", !position.ground().isBare())
              .put("bytes", bytes);
      case TenantDetails.Look.OutOfReach(String why) -> json.put("unreachable", why);
      case TenantDetails.Look.Gone(LostTarget lost) -> json.put("lost", lost.said());
    };
  }

  private static int due(TargetPosition position) {
    return position.pending().size() + position.repeatables().size();
  }
}
