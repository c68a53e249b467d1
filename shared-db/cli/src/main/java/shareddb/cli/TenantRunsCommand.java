package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.cli.json.Json;
import shareddb.journal.Run;
import shareddb.journal.Runs;
import shareddb.tenants.Registry;

/** {@code ./db tenants runs}. */
@CommandLine.Command
final class TenantRunsCommand implements Command {

  @Mixin private final TenantModuleOption module = new TenantModuleOption();

  @Mixin private final LimitOption limit = new LimitOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    int count = limit.of("tenants runs");
    Registry registry = module.in(surroundings);
    List<Run> runs = new Runs(registry.admin()).newest(registry.module().tenant(), count);
    Terminal terminal = surroundings.terminal();
    if (json.wanted()) {
      terminal.print(new Json().put("runs", runs.stream().map(TenantRunLines::json).toList()));
    } else if (runs.isEmpty()) {
      terminal.print("no tenant was ever moved");
    } else {
      print(runs, terminal);
    }
    return ExitCode.DONE;
  }

  private static void print(List<Run> runs, Terminal terminal) {
    Table table = new Table();
    table.row("RUN", "WHEN", "BY", "WHAT", "TENANTS", "DONE", "FAILED", "TOOK", "OUTCOME");
    runs.forEach(run -> TenantRunLines.row(table, run, terminal));
    terminal.print(table);
  }
}
