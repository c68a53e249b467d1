package shareddb.cli.command.schema;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.base.track.Track;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.LimitOption;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.cli.output.TimeText;
import shareddb.cli.selection.TracksOption;
import shareddb.migrate.journal.Journal;
import shareddb.migrate.journal.JournalEntry;

/** The command {@code ./db journal [TRACK]}. */
@CommandLine.Command
public final class JournalCommand implements Command {

  @Mixin private final TracksOption options = new TracksOption();

  @Mixin private final LimitOption limit = new LimitOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    int count = limit.of("journal");
    Journal journal = new Journal(context.settings().admin());
    List<Track> wanted = options.typed().isEmpty() ? List.of() : options.in(context);
    List<JournalEntry> entries = journal.newest(wanted, count);
    Terminal terminal = context.terminal();
    if (json.wanted()) {
      List<JsonObject> operations = entries.stream().map(JournalCommand::json).toList();
      terminal.print(new JsonObject().put("operations", operations));
    } else if (entries.isEmpty()) {
      terminal.print("nothing was changed yet" + (wanted.isEmpty() ? "" : " in this track"));
    } else {
      print(entries, terminal);
    }
    if (!json.wanted() && wanted.stream().anyMatch(Track::isOfTenants)) {
      terminal.note("what was done to many tenants at once:  ./db tenants runs");
    }
    return ExitCode.DONE;
  }

  private static void print(List<JournalEntry> entries, Terminal terminal) {
    TextTable table = new TextTable();
    table.row("WHEN", "BY", "WHAT", "TRACK", "DATABASE", "SCHEMA", "VERSION", "TOOK", "OUTCOME");
    entries.forEach(
        entry ->
            table.row(
                TimeText.of(entry.startedAt()),
                entry.by(),
                entry.operation(),
                entry.track(),
                entry.database().value(),
                entry.schema().value(),
                entry.from() + " " + terminal.arrow() + " " + entry.to(),
                entry.took().map(TimeText::took).orElse("-"),
                outcome(entry, terminal)));
    terminal.print(table);
  }

  private static String outcome(JournalEntry entry, Terminal terminal) {
    return switch (entry.state()) {
      case RUNNING -> "running";
      case DONE -> terminal.good("done");
      case FAILED -> terminal.bad("failed") + ": " + firstLine(entry.error());
      case UNKNOWN -> terminal.bad("unknown") + ": " + firstLine(entry.error());
      case UNFINISHED -> terminal.bad("unfinished") + ": its process was killed";
    };
  }

  private static String firstLine(Optional<String> error) {
    return error.orElse("").lines().findFirst().orElse("");
  }

  private static JsonObject json(JournalEntry entry) {
    JsonObject json =
        new JsonObject()
            .put("id", entry.id())
            .put("operation", entry.operation())
            .put("track", entry.track())
            .put("database", entry.database().value())
            .put("schema", entry.schema().value())
            .put("from", entry.from().toString())
            .put("to", entry.to().toString())
            .put("by", entry.by())
            .put("database_user", entry.role())
            .put("started_at", entry.startedAt());
    return (entry.took().isPresent()
            ? json.put("duration_ms", entry.took().get().toMillis())
            : json.putNull("duration_ms"))
        .put("outcome", entry.state().word())
        .put("error", entry.error());
  }
}
