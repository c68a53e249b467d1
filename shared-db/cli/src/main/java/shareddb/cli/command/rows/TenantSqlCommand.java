package shareddb.cli.command.rows;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.base.settings.Login;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.StatementKind;
import shareddb.base.track.Target;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.InterruptHandler;
import shareddb.cli.command.fleet.FleetOperation;
import shareddb.cli.selection.TenantFleet;
import shareddb.cli.selection.TenantFleetOption;
import shareddb.cli.sql.ResultFormatOption;
import shareddb.cli.sql.ResultScreen;
import shareddb.cli.sql.ResultStream;
import shareddb.migrate.role.ApiRole;
import shareddb.tenants.fleet.query.FleetRows;
import shareddb.tenants.fleet.query.FleetStatement;
import shareddb.tenants.fleet.query.FleetStatement.LoggedInAs;
import shareddb.tenants.fleet.run.ConnectionBudget;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;

/** The command {@code ./db tenants sql "SELECT …"}: one statement on all tenants, or some. */
@CommandLine.Command(
    footer = {"", "The exit code is 3 if the statement failed on some tenant; it is listed."})
public final class TenantSqlCommand implements Command {

  @Parameters(index = "0", paramLabel = "SQL", description = "one statement")
  private String text = "";

  @Mixin private final TenantFleetOption tenants = new TenantFleetOption();

  @Option(
      names = "--write",
      description = "each tenant's transaction is committed (else it is read-only)")
  private boolean write;

  @Option(
      names = "--admin",
      description = "as the administrator (else as each tenant's own role, which may do less)")
  private boolean admin;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "the limit of the statement on each tenant (else 60)")
  private int seconds = 60;

  @Option(
      names = "--connections",
      paramLabel = "COUNT",
      description = "so many tenants at once, each on a connection of its own (else 4)")
  private int connections = 4;

  @ArgGroup private final ResultFormatOption shape = new ResultFormatOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    refuseWrongOptions();
    SqlStatement statement = statement();
    TenantFleet fleet = tenants.in(context);
    List<FleetTarget> members = fleet.members().all();
    checkConnections(fleet, members);
    FleetStatement wanted =
        new FleetStatement(statement.text(), write, Duration.ofSeconds(seconds), role(fleet));
    return InterruptHandler.during(
        () -> {
          try (FleetRows rows = FleetRows.of(wanted, members, connections);
              PrintStream out = ResultStream.of(context)) {
            ResultScreen screen = ResultScreen.of(out, context.terminal());
            return new FleetRowsText(fleet, members.size(), shape, screen, context.terminal())
                .print(rows);
          }
        });
  }

  private void refuseWrongOptions() {
    if (seconds < 1 || connections < 1) {
      throw CommandFailure.usage(
          "--timeout and --connections are 1 or more", "./db tenants sql --help");
    }
  }

  private SqlStatement statement() {
    List<SqlStatement> statements = SqlScript.of(text).statements();
    if (statements.size() != 1) {
      throw CommandFailure.usage(
          "it is one statement for all tenants, not " + statements.size(),
          "./db tenants sql \"SELECT count(*) FROM …\"");
    }
    SqlStatement statement = statements.getFirst();
    if (statement.kind() != StatementKind.IN_TRANSACTION) {
      throw CommandFailure.usage(
          "each tenant's statement is a transaction of its own, and this one cannot be in it: "
              + statement.text(),
          "for one tenant:  ./db sql TRACK --tenant NAME");
    }
    return statement;
  }

  private LoggedInAs role(TenantFleet fleet) {
    if (admin) {
      return new LoggedInAs.Administrator();
    }
    Login workshop = fleet.settings().admin();
    return fleet.hasDatabases()
        ? new LoggedInAs.EachRole()
        : new LoggedInAs.RoleThatTakes(ApiRole.login(Target.usual(workshop, fleet.track())));
  }

  private void checkConnections(TenantFleet fleet, List<FleetTarget> members) throws SQLException {
    Login workshop = fleet.settings().admin();
    try (Connection connection = workshop.reading().connect()) {
      Optional<FleetResult> few =
          new ConnectionBudget(workshop, connection, connections)
              .check(members.stream().map(FleetTarget::target).toList());
      if (few.isPresent() && few.get() instanceof FleetResult.TooFewConnections tooFew) {
        throw FleetOperation.tooFew(tooFew, "./db tenants sql");
      }
    }
  }
}
