package shareddb.cli.command.rows;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.UnreachableTenantsText;
import shareddb.cli.selection.TenantFleet;
import shareddb.cli.sql.ResultColumn;
import shareddb.cli.sql.ResultFormatOption;
import shareddb.cli.sql.ResultRows;
import shareddb.cli.sql.ResultScreen;
import shareddb.tenants.fleet.query.FleetRows;
import shareddb.tenants.fleet.targets.FleetTarget;

/** The rows of all tenants as one result, whose first column is the tenant. */
record FleetRowsText(
    TenantFleet fleet,
    int members,
    ResultFormatOption shape,
    ResultScreen screen,
    Terminal terminal) {

  ExitCode print(FleetRows rows) throws SQLException {
    long start = System.nanoTime();
    if (shape.isJson()) {
      screen.text("{\"track\":" + JsonObject.quoted(fleet.label()) + ",\"rows\":");
    }
    // Without columns no tenant had a result. An object needs its array in any case.
    if (!rows.columns().isEmpty() || shape.isJson()) {
      shape.format(screen).rows(new WithTenant(rows));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (shape.isJson()) {
      screen.text(json(rows.failed()));
      return exit(rows);
    }
    if (shape.isTable()) {
      screen.text(
          CountText.of(members - rows.failed().size(), "tenant")
              + ", in "
              + TimeText.took(took)
              + System.lineSeparator());
    }
    screen.flush();
    complain(rows.failed());
    return exit(rows);
  }

  private static ExitCode exit(FleetRows rows) {
    return rows.failed().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private String json(Map<FleetTarget, String> failed) {
    List<JsonObject> each =
        failed.entrySet().stream()
            .map(
                entry ->
                    new JsonObject()
                        .put("tenant", entry.getKey().label())
                        .put("error", entry.getValue()))
            .toList();
    String rest = ",\"tenants\":" + members + ",\"failed\":" + JsonObject.array(each) + "}\n";
    return screen.unicode() ? rest : JsonObject.ascii(rest);
  }

  private void complain(Map<FleetTarget, String> failed) {
    if (failed.isEmpty()) {
      return;
    }
    String reasons =
        UnreachableTenantsText.of(failed).stream()
            .map(line -> "\n  " + line)
            .collect(Collectors.joining());
    terminal.complain(
        Terminal.indented("it failed on " + CountText.of(failed.size(), "tenant") + reasons, 7));
    terminal.advise(
        "mend what the reasons name, then for such a tenant  ./db tenants sql \"…\" --tenant "
            + failed.keySet().iterator().next());
  }

  /** The rows with the tenant's name before the other columns. */
  private record WithTenant(FleetRows rows) implements ResultRows {

    @Override
    public List<ResultColumn> columns() {
      return Stream.concat(
              Stream.of(new ResultColumn("tenant", "text")),
              rows.columns().stream().map(c -> new ResultColumn(c.name(), c.type())))
          .toList();
    }

    @Override
    public boolean next() throws SQLException {
      return rows.next();
    }

    @Override
    public @Nullable String text(int column) {
      return column == 0 ? rows.target().label() : rows.text(column - 1);
    }
  }
}
