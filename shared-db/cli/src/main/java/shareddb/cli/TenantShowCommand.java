package shareddb.cli;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.cli.json.Json;
import shareddb.fleet.Lost;
import shareddb.fleet.Position;
import shareddb.tenants.Registry;
import shareddb.tenants.Tenant;
import shareddb.tenants.TenantDetails;
import shareddb.tenants.TenantStatus;

/** {@code ./db tenants show NAME}. */
@CommandLine.Command
final class TenantShowCommand implements Command {

  @Mixin private final TenantNameOption name = new TenantNameOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Registry registry = name.registry(surroundings);
    TenantDetails details = TenantDetails.of(registry, name.in(registry));
    Terminal terminal = surroundings.terminal();
    return json.tell(
        terminal,
        () -> json(details),
        () -> {
          terminal.print(table(details, terminal));
          next(details, terminal);
        });
  }

  private static Table table(TenantDetails details, Terminal terminal) {
    Tenant tenant = details.tenant();
    Table table = new Table();
    table.row("name", tenant.name().value());
    table.row("status", TenantLines.status(tenant.status(), terminal));
    tenant.failure().ifPresent(failure -> table.row("failure", terminal.bad(failure)));
    table.row("domain", tenant.domain());
    table.row("type", tenant.type());
    tenant.plan().ifPresent(plan -> table.row("plan", plan));
    tenant.database().ifPresent(own -> table.row("server", own.server().value()));
    tenant.database().ifPresent(own -> table.row("database", own.name().value()));
    table.row("schema", tenant.schema().quoted());
    switch (details.look()) {
      case TenantDetails.Look.Seen(Position position, long bytes) -> {
        table.row("version", version(position));
        table.row("size", Amount.bytes(bytes));
      }
      case TenantDetails.Look.OutOfReach(String why) -> table.row("version", terminal.bad(why));
      case TenantDetails.Look.Gone(Lost lost) -> table.row("version", terminal.bad(lost.said()));
    }
    table.row("created", Moment.of(tenant.createdAt()));
    table.row("changed", Moment.of(tenant.updatedAt()));
    return table;
  }

  private static String version(Position position) {
    return switch (position.ground()) {
      case NO_DATABASE -> "there is no such database";
      case NOTHING -> "there is no such schema";
      case NO_HISTORY -> "the schema has no history";
      case UNREAD -> "the history could not be read";
      case HISTORY ->
          position.current()
              + (due(position) == 0
                  ? ", the newest"
                  : ", " + Amount.of(due(position), "migration") + " pending");
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

  private static Json json(TenantDetails details) {
    Json json = TenantLines.json(details.tenant());
    return switch (details.look()) {
      case TenantDetails.Look.Seen(Position position, long bytes) ->
          json.put("version", position.current().toString())
              .put("pending", due(position))
              .put("problems", position.problems().size())
              .put("schema_exists", !position.ground().isBare())
              .put("bytes", bytes);
      case TenantDetails.Look.OutOfReach(String why) -> json.put("unreachable", why);
      case TenantDetails.Look.Gone(Lost lost) -> json.put("lost", lost.said());
    };
  }

  private static int due(Position position) {
    return position.pending().size() + position.repeatables().size();
  }
}
