package shareddb.cli;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.migrate.History;
import shareddb.migrate.HistoryRow;
import shareddb.track.Version;

/** {@code ./db history TRACK}. */
@CommandLine.Command
final class HistoryCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Chosen chosen = options.in(surroundings);
    List<HistoryRow> rows =
        History.of(chosen.target()).rows().stream().filter(r -> r.version().isPresent()).toList();
    Terminal terminal = surroundings.terminal();
    if (rows.isEmpty()) {
      terminal.print(chosen.schema() + " has no history: nothing was ever applied");
      terminal.advise(chosen.command("upgrade"));
      return ExitCode.DONE;
    }
    terminal.print(table(rows, terminal));
    return ExitCode.DONE;
  }

  private static Table table(List<HistoryRow> rows, Terminal terminal) {
    Map<Version, Integer> last = new HashMap<>();
    rows.forEach(row -> last.put(row.version().orElseThrow(), row.rank()));
    Table table = new Table();
    table.row("VERSION", "DESCRIPTION", "WHEN", "BY", "TOOK", "STATE");
    for (HistoryRow row : rows) {
      Version version = row.version().orElseThrow();
      boolean stands = Integer.valueOf(row.rank()).equals(last.get(version));
      table.row(
          version.toString(),
          row.description(),
          Moment.of(row.installedOn()),
          row.installedBy(),
          Moment.took(row.executionTime()),
          state(row, stands, terminal));
    }
    return table;
  }

  private static String state(HistoryRow row, boolean stands, Terminal terminal) {
    if (!row.success()) {
      return terminal.bad("failed");
    }
    if (row.undoes()) {
      return terminal.faint("undo");
    }
    return stands ? terminal.good("applied") : terminal.faint("undone later");
  }
}
