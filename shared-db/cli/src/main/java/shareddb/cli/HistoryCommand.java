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
        History.of(chosen.target()).rows().stream().filter(HistoryCommand::isOfAScript).toList();
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

  /** And not of the schema, or of Flyway's own doing. */
  private static boolean isOfAScript(HistoryRow row) {
    return row.version().isPresent() || row.isRepeatable() || row.undoes();
  }

  private static Table table(List<HistoryRow> rows, Terminal terminal) {
    Map<String, Integer> last = last(rows);
    Table table = new Table();
    table.row("VERSION", "DESCRIPTION", "WHEN", "BY", "TOOK", "STATE");
    for (HistoryRow row : rows) {
      table.row(
          Steps.version(row.version()),
          row.description(),
          Moment.of(row.installedOn()),
          row.installedBy(),
          row.isResumable() ? "-" : Moment.took(row.executionTime()),
          shown(State.of(row, last), terminal));
    }
    return table;
  }

  private static Json json(List<HistoryRow> rows, Chosen chosen) {
    Map<String, Integer> last = last(rows);
    return chosen.json().put("rows", rows.stream().map(row -> json(row, last)).toList());
  }

  private static Json json(HistoryRow row, Map<String, Integer> last) {
    Json json =
        new Json()
            .put("rank", row.rank())
            .put("version", row.version().map(Version::toString))
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

  /** Flyway knows what has no version by its description. */
  private static String what(HistoryRow row) {
    return row.version().map(Version::toString).orElse("R " + row.description());
  }

  /** The row that counts for each version: its last. */
  private static Map<String, Integer> last(List<HistoryRow> rows) {
    Map<String, Integer> last = new HashMap<>();
    rows.forEach(row -> last.put(what(row), row.rank()));
    return last;
  }

  private static String shown(State state, Terminal terminal) {
    return switch (state) {
      case FAILED -> terminal.bad("failed");
      case UNDO -> terminal.faint("undo");
      case APPLIED -> terminal.good("applied");
      case UNDONE_LATER -> terminal.faint("undone later");
      case RUN_AGAIN -> terminal.faint("run again");
    };
  }

  /** What a row means today. */
  private enum State {
    FAILED,
    UNDO,
    APPLIED,
    UNDONE_LATER,
    /** Of what is repeatable: with another text, later. */
    RUN_AGAIN;

    static State of(HistoryRow row, Map<String, Integer> last) {
      if (!row.success()) {
        return FAILED;
      }
      if (row.undoes()) {
        return UNDO;
      }
      boolean stands = Integer.valueOf(row.rank()).equals(last.get(what(row)));
      if (stands) {
        return APPLIED;
      }
      return row.isRepeatable() ? RUN_AGAIN : UNDONE_LATER;
    }
  }
}
