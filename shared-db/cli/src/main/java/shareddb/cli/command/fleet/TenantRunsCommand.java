package shareddb.cli.command.fleet;

import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.LimitOption;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.cli.selection.TenantModuleOption;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.migrate.journal.RunJournal;
import shareddb.tenants.registry.TenantRegistry;

/** The command {@code ./db tenants runs}. */
@CommandLine.Command
public final class TenantRunsCommand implements Command {

  @Mixin private final TenantModuleOption module = new TenantModuleOption();

  @Mixin private final LimitOption limit = new LimitOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    int count = limit.of("tenants runs");
    TenantRegistry registry = module.in(context);
    List<FleetRunEntry> runs =
        new RunJournal(registry.admin()).newest(registry.module().tenant(), count);
    Terminal terminal = context.terminal();
    if (json.wanted()) {
      terminal.print(new JsonObject().put("runs", runs.stream().map(FleetRunText::json).toList()));
    } else if (runs.isEmpty()) {
      terminal.print("no tenant was ever moved");
    } else {
      print(runs, terminal);
    }
    return ExitCode.DONE;
  }

  private static void print(List<FleetRunEntry> runs, Terminal terminal) {
    TextTable table = new TextTable();
    table.row("RUN", "WHEN", "BY", "WHAT", "TENANTS", "DONE", "FAILED", "TOOK", "OUTCOME");
    runs.forEach(run -> FleetRunText.row(table, run, terminal));
    terminal.print(table);
  }
}
