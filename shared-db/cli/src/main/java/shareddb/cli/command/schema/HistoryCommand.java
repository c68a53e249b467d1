package shareddb.cli.command.schema;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.base.track.Version;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.StepsText;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.cli.output.TimeText;
import shareddb.cli.selection.TargetOptions;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryRow;

/** The command {@code ./db history TRACK}. */
@CommandLine.Command
public final class HistoryCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    SelectedTarget chosen = options.in("history", context);
    List<HistoryRow> rows =
        History.of(chosen.target()).rows().stream().filter(HistoryCommand::isOfAScript).toList();
    Terminal terminal = context.terminal();
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

  /**
   * Returns whether the row records a script. Flyway also writes rows for the schema and other
   * markers.
   */
  private static boolean isOfAScript(HistoryRow row) {
    return row.version().isPresent() || row.isRepeatable() || row.undoes();
  }

  private static TextTable table(List<HistoryRow> rows, Terminal terminal) {
    Map<String, Integer> last = last(rows);
    TextTable table = new TextTable();
    table.row("VERSION", "DESCRIPTION", "WHEN", "BY", "TOOK", "STATE");
    for (HistoryRow row : rows) {
      table.row(
          StepsText.version(row.version()),
          row.description(),
          TimeText.of(row.installedOn()),
          row.installedBy(),
          row.isResumable() ? "-" : TimeText.took(row.executionTime()),
          shown(State.of(row, last), terminal));
    }
    return table;
  }

  private static JsonObject json(List<HistoryRow> rows, SelectedTarget chosen) {
    Map<String, Integer> last = last(rows);
    return chosen.json().put("rows", rows.stream().map(row -> json(row, last)).toList());
  }

  private static JsonObject json(HistoryRow row, Map<String, Integer> last) {
    JsonObject json =
        new JsonObject()
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

  /** The key of a row's migration. Flyway identifies a repeatable migration by its description. */
  private static String what(HistoryRow row) {
    return row.version().map(Version::toString).orElse("R " + row.description());
  }

  /** Maps each migration to the rank of its last row, which is the row that counts. */
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
      case BASELINE -> terminal.good("baseline");
      case UNDONE_LATER -> terminal.faint("undone later");
      case RUN_AGAIN -> terminal.faint("run again");
    };
  }

  /** The meaning of a history row today. */
  private enum State {
    FAILED,
    UNDO,
    APPLIED,
    /** Flyway's own first row of a schema that it did not make. */
    BASELINE,
    UNDONE_LATER,
    /** A repeatable migration that ran again later, with another text. */
    RUN_AGAIN;

    static State of(HistoryRow row, Map<String, Integer> last) {
      if (!row.success()) {
        return FAILED;
      }
      if (row.undoes()) {
        return UNDO;
      }
      if (row.isBaseline()) {
        return BASELINE;
      }
      boolean stands = Integer.valueOf(row.rank()).equals(last.get(what(row)));
      if (stands) {
        return APPLIED;
      }
      return row.isRepeatable() ? RUN_AGAIN : UNDONE_LATER;
    }
  }
}
