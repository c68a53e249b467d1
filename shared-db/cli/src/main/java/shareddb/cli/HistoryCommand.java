package shareddb.cli;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.cli.json.Json;
import shareddb.migrate.History;
import shareddb.migrate.HistoryRow;
import shareddb.track.Version;

/** {@code ./db history TRACK}. */
@CommandLine.Command
final class HistoryCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Chosen chosen = options.in("history", surroundings);
    List<HistoryRow> rows =
        History.of(chosen.target()).rows().stream().filter(r -> r.version().isPresent()).toList();
    Terminal terminal = surroundings.terminal();
    if (json.wanted()) {
      terminal.print(json(rows, chosen));
      return ExitCode.DONE;
    }
    if (rows.isEmpty()) {
      terminal.print(chosen.schema() + " has no history: nothing was ever applied");
      terminal.advise(chosen.command("upgrade"));
      return ExitCode.DONE;
    }
    terminal.print(table(rows, terminal));
    return ExitCode.DONE;
  }

  private static Table table(List<HistoryRow> rows, Terminal terminal) {
    Map<Version, Integer> last = last(rows);
    Table table = new Table();
    table.row("VERSION", "DESCRIPTION", "WHEN", "BY", "TOOK", "STATE");
    for (HistoryRow row : rows) {
      table.row(
          row.version().orElseThrow().toString(),
          row.description(),
          Moment.of(row.installedOn()),
          row.installedBy(),
          row.isResumable() ? "-" : Moment.took(row.executionTime()),
          shown(State.of(row, last), terminal));
    }
    return table;
  }

  private static Json json(List<HistoryRow> rows, Chosen chosen) {
    Map<Version, Integer> last = last(rows);
    return chosen.json().put("rows", rows.stream().map(row -> json(row, last)).toList());
  }

  private static Json json(HistoryRow row, Map<Version, Integer> last) {
    Json json =
        new Json()
            .put("rank", row.rank())
            .put("version", row.version().orElseThrow().toString())
            .put("description", row.description())
            .put("script", row.script())
            .put("installed_on", row.installedOn())
            .put("installed_by", row.installedBy())
            .put("duration_ms", row.isResumable() ? 0 : row.executionTime().toMillis())
            .put("state", State.of(row, last).name().toLowerCase(Locale.ROOT));
    return row.checksum().isPresent()
        ? json.put("checksum", row.checksum().getAsInt())
        : json.putNull("checksum");
  }

  /** The row that counts for each version: its last. */
  private static Map<Version, Integer> last(List<HistoryRow> rows) {
    Map<Version, Integer> last = new HashMap<>();
    rows.forEach(row -> last.put(row.version().orElseThrow(), row.rank()));
    return last;
  }

  private static String shown(State state, Terminal terminal) {
    return switch (state) {
      case FAILED -> terminal.bad("failed");
      case UNDO -> terminal.faint("undo");
      case APPLIED -> terminal.good("applied");
      case UNDONE_LATER -> terminal.faint("undone later");
    };
  }

  /** What a row means today. */
  private enum State {
    FAILED,
    UNDO,
    APPLIED,
    UNDONE_LATER;

    static State of(HistoryRow row, Map<Version, Integer> last) {
      if (!row.success()) {
        return FAILED;
      }
      if (row.undoes()) {
        return UNDO;
      }
      boolean stands = Integer.valueOf(row.rank()).equals(last.get(row.version().orElseThrow()));
      return stands ? APPLIED : UNDONE_LATER;
    }
  }
}
